import { FastifyReply, FastifyRequest } from 'fastify';
import { LIST } from './patterns';

export async function checkEncodings(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const header = String(request.headers['x-encodings'] ?? '*');
  if (!LIST.test(header)) {
    await reply.code(406).send();
  }
}
