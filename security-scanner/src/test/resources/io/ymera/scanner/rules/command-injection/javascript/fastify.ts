import Fastify, { FastifyRequest, FastifyReply } from 'fastify';
import { exec } from 'node:child_process';
const app = Fastify();
app.get('/a', async (request, reply) => {
  exec('id ' + request.query.name); // finding: command-injection
  return { ok: true };
});
app.post<{ Body: { name: string } }>('/b', async (req: FastifyRequest, reply: FastifyReply) => {
  const { name } = req.body as { name: string };
  exec(`id ${name}`); // finding: command-injection
});
app.route({
  method: 'GET',
  url: '/c/:id',
  handler: async (req, reply) => {
    exec('id ' + req.params.id); // finding: command-injection
  },
});
app.get('/d', async (request, reply) => {
  reply.type('text/html').send('<p>' + request.query.name + '</p>'); // finding: xss
});
app.get('/e', async (request, reply) => {
  reply.send('hello ' + request.query.name);
});
