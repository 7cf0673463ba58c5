import { FastifyInstance } from 'fastify';
import { Engine } from './Engine';

const rows = [
  { price: 3, weight: 10 },
  { price: 5, weight: 20 },
];

export default async function sum(app: FastifyInstance) {
  app.get<{ Querystring: { column: string } }>('/sum', async (request) => {
    const engine = new Engine().column(request.query.column);
    return { column: String(engine), sum: rows.map(engine.compile()).reduce((a, b) => a + b, 0) };
  });
}
