'use strict';

const { promisify } = require('util');
const exec = promisify(require('child_process').exec);
const Joi = require('joi');

const TYPES = ['A', 'AAAA', 'MX', 'TXT'];

exports.plugin = {
  name: 'lookup',
  version: '2.1.0',
  register: async function (server) {
    server.route({
      method: 'GET',
      path: '/lookup/{host}',
      options: {
        auth: 'session',
        validate: {
          params: Joi.object({ host: Joi.string().hostname().required() }),
          query: Joi.object({ type: Joi.string().valid(...TYPES).default('A') }),
          failAction: 'log',
        },
      },
      handler: async (request, h) => {
        const type = TYPES.find((known) => known === request.query.type) || 'A';
        const { stdout } = await exec(`dig +short ${request.params.host} ${type}`, { timeout: 5000 });
        const answers = stdout.split('\n').filter(Boolean);
        if (answers.length === 0) {
          return h.response({ answers }).code(404);
        }
        return { answers };
      },
    });
  },
};
