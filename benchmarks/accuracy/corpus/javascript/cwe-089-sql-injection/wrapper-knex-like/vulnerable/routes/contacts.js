'use strict';

const knex = require('knex')(require('../knexfile'));
const { applySearch } = require('../lib/like');

const SEARCHABLE = ['contacts.first_name', 'contacts.last_name', 'contacts.company'];

module.exports = async function contactsRoutes(fastify) {
  fastify.addHook('preHandler', fastify.authenticate);

  fastify.get('/contacts', async (request) => {
    const page = Math.max(parseInt(request.query.page, 10) || 1, 1);
    const query = knex('contacts')
      .select('id', 'first_name', 'last_name', 'company')
      .where('owner_id', request.user.id)
      .orderBy('last_name')
      .limit(50)
      .offset((page - 1) * 50);

    const rows = await applySearch(query, SEARCHABLE, request.query.q);
    request.log.debug({ hits: rows.length }, 'contact search');
    return { page, rows };
  });

  fastify.get('/contacts/count', async (request) => {
    const [{ total }] = await knex('contacts').where('owner_id', request.user.id).count({ total: '*' });
    return { total: Number(total) };
  });
};
