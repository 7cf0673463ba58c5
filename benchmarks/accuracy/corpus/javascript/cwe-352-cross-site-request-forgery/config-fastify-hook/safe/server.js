import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import session from '@fastify/session';
import formbody from '@fastify/formbody';

const app = Fastify();
await app.register(cookie);
await app.register(session, { secret: process.env.SESSION_SECRET, cookie: { secure: true, sameSite: 'none' } });
await app.register(formbody);
await app.register(csrf, { sessionPlugin: '@fastify/session' });

app.get('/form', async (request, reply) => ({ token: reply.generateCsrf() }));

app.post('/members/remove', { preHandler: app.csrfProtection }, async (request) => {
  await app.members.remove(request.session.team, request.body.member);
  return { removed: true };
});

await app.listen({ port: 3000 });
