const knexFactory = require('knex');

exports.knex = knexFactory({ client: 'pg', connection: process.env.PG_URL });
