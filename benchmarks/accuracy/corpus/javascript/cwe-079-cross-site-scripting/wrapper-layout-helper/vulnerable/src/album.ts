import Fastify from 'fastify';
import { layout } from './layout';

const app = Fastify();

app.get<{ Querystring: { title?: string } }>('/album', async (request, reply) => {
  const title = request.query.title ?? 'Untitled';
  reply.type('text/html');
  return layout(title, '<p>No pictures yet.</p>');
});

app.listen({ port: 3000 });
