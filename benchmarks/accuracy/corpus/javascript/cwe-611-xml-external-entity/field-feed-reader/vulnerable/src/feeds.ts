import { FastifyInstance } from 'fastify';
import { FeedReader } from './FeedReader';

export default async function feeds(app: FastifyInstance) {
  const reader = new FeedReader();
  app.addContentTypeParser('text/xml', { parseAs: 'string' }, (_request, text, done) => done(null, text));
  app.post<{ Body: string }>('/feeds', async (request) => reader.titles(request.body));
}
