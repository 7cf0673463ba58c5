import { readFileSync } from 'node:fs';
import { FastifyInstance } from 'fastify';
import * as libxmljs from 'libxmljs2';

const book = libxmljs.parseXml(readFileSync('book.xml', 'utf8'));

export default async function chapters(app: FastifyInstance) {
  app.get<{ Params: { n: string } }>('/chapters/:n', async (request) => {
    const n = request.params.n.trim();
    const chapter = book.get('/book/chapter[@public="yes"][' + n + ']');
    return { text: chapter?.toString() ?? null };
  });
}
