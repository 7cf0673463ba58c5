const { invitationCode, avatarColour } = require('./code');

module.exports = async function invitations(fastify) {
  const { db } = fastify;

  fastify.post('/boards/:board/invitations', { preHandler: fastify.requireOwner }, async (request, reply) => {
    const code = invitationCode();
    await db('invitations').insert({
      code,
      board_id: Number(request.params.board),
      created_by: request.user.id,
      expires_at: new Date(Date.now() + 7 * 24 * 3600 * 1000),
    });
    return reply.code(201).send({ code });
  });

  fastify.post('/invitations/:code/accept', { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }, async (request, reply) => {
    const invitation = await db('invitations').where({ code: request.params.code }).first();
    if (!invitation || invitation.expires_at < new Date()) {
      return reply.code(404).send({ message: 'Invitation not found' });
    }
    await db('members').insert({ board_id: invitation.board_id, user_id: request.user.id, colour: avatarColour() });
    await db('invitations').where({ code: invitation.code }).del();
    return { board: invitation.board_id };
  });
};
