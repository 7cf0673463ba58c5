import { FastifyReply, FastifyRequest } from 'fastify';

type Next = FastifyRequest<{ Querystring: { next?: string } }>;

export async function afterLogin(request: Next, reply: FastifyReply) {
  const next = request.query.next ?? '/';
  if (!next.startsWith('/')) {
    return reply.redirect('/');
  }
  return reply.redirect(next);
}
