const LocalStorage = require('../storage/LocalStorage');

const storage = new LocalStorage('/srv/blobs');

module.exports = async function (fastify) {
  fastify.delete('/files', async (request, reply) => {
    await storage.remove(request.headers['x-object-key']);
    reply.code(204).send();
  });
};
