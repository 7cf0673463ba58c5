import { FastifyInstance } from 'fastify';
import { setPath, Tree } from './setPath';

const flags: Tree = { checkout: { express: true } };

export default async function routes(app: FastifyInstance) {
  app.put<{ Body: { path: string; value: boolean } }>('/flags', async (request) => {
    setPath(flags, request.body.path, request.body.value);
    return flags;
  });
}
