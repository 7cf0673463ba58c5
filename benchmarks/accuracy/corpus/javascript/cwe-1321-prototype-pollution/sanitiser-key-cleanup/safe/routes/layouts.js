'use strict';

const { applyPatch } = require('../lib/patch');

module.exports = async function layouts(fastify) {
  const schema = {
    body: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        required: ['op', 'path'],
        properties: { op: { enum: ['add', 'replace', 'remove'] }, path: { type: 'string', maxLength: 200 }, value: {} },
      },
    },
  };

  fastify.patch('/layouts/mine', { schema }, async (request, reply) => {
    const layout = await fastify.layouts.load(request.user.id);
    await fastify.layouts.save(request.user.id, applyPatch(layout, request.body));
    return reply.code(204).send();
  });
};
