import cookie from '@fastify/cookie';
import { randomBytes } from 'node:crypto';

const DAY = 24 * 60 * 60;
const BASE = { path: '/', secure: true, sameSite: 'strict', httpOnly: true };

function cookieOptions(remember) {
  if (!remember) {
    return { ...BASE };
  }
  const { path, secure, sameSite, httpOnly } = BASE;
  return { path, secure, sameSite, httpOnly, maxAge: 30 * DAY };
}

export default async function login(fastify, { accounts, sessions }) {
  await fastify.register(cookie);

  const body = {
    type: 'object',
    required: ['email', 'password'],
    properties: {
      email: { type: 'string', maxLength: 200 },
      password: { type: 'string', maxLength: 200 },
      remember: { type: 'boolean', default: false },
    },
  };

  fastify.post('/login', { schema: { body } }, async (request, reply) => {
    const { email, password, remember } = request.body;
    const account = await accounts.authenticate(email, password);
    if (!account) {
      return reply.code(401).send({ message: 'E-mail or password is wrong' });
    }
    const id = randomBytes(32).toString('base64url');
    await sessions.create(id, account.id, remember ? 30 * DAY : DAY);
    reply.setCookie('sid', id, cookieOptions(remember));
    return { name: account.name };
  });

  fastify.post('/logout', async (request, reply) => {
    if (request.cookies.sid) await sessions.destroy(request.cookies.sid);
    reply.clearCookie('sid', { path: '/' });
    return reply.code(204).send();
  });
}
