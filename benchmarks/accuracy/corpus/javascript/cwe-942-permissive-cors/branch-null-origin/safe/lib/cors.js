import fp from 'fastify-plugin';

const TRUSTED = new Set(['https://editor.example.com']);

export default fp(async (app) => {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (TRUSTED.has(origin)) {
      reply.header('Access-Control-Allow-Origin', origin).header('Access-Control-Allow-Credentials', 'true');
    } else if (origin === 'null') {
      reply.header('Vary', 'Origin');
    }
  });
});
