import { FastifyInstance } from 'fastify';

interface Row {
  price: number;
  stock: number;
}

const rows: Row[] = [
  { price: 10, stock: 3 },
  { price: 25, stock: 0 },
];

export default async function (app: FastifyInstance) {
  app.post<{ Body: { field: keyof Row; limit: number } }>('/filter', async (request) => {
    const { field, limit } = request.body;
    const match = (row: Row): boolean => row[field] < limit;
    return rows.filter(match);
  });
}
