'use strict';

const Crypto = require('crypto');

const LIFETIME = 8 * 60 * 60 * 1000;

exports.plugin = {
  name: 'desk-session',
  register(server, { store }) {
    server.state('desk', {
      ttl: LIFETIME,
      path: '/',
      encoding: 'none',
      isHttpOnly: true,
      isSecure: true,
      isSameSite: 'Lax',
      clearInvalid: true,
    });

    server.auth.scheme('desk', () => ({
      authenticate: async (request, h) => {
        const session = request.state.desk ? await store.get(request.state.desk) : null;
        if (!session || session.expires < Date.now()) {
          return h.response({ message: 'Please sign in' }).code(401).takeover();
        }
        return h.authenticated({ credentials: { agent: session.agent } });
      },
    }));
    server.auth.strategy('desk', 'desk');

    server.route({
      method: 'POST',
      path: '/login',
      handler: async (request, h) => {
        const { login, password } = request.payload;
        const agent = await request.server.methods.checkPassword(String(login), String(password));
        if (!agent) {
          return h.response({ message: 'Login or password is wrong' }).code(401);
        }
        const id = Crypto.randomBytes(24).toString('hex');
        await store.set(id, { agent: agent.id, expires: Date.now() + LIFETIME });
        return h.response({ agent: agent.name }).state('desk', id);
      },
    });
  },
};
