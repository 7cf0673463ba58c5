import { FastifyInstance } from 'fastify';
import { resolveName } from '../tools/dig';

export default async function dnsRoutes(app: FastifyInstance) {
  app.get<{ Params: { name: string } }>('/dns/:name', async (request) => {
    return { answer: await resolveName(request.params.name) };
  });
}
