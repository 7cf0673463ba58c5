import Fastify from 'fastify';
import { storefront } from './theme.js';

const app = Fastify();

app.post('/storefront', async (request, reply) => {
  reply.type('text/html');
  return storefront(request.body.slogan);
});

await app.listen({ port: 3000 });
