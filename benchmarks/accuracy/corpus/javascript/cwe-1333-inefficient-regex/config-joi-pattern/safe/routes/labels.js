'use strict';

const Joi = require('joi');
const Boom = require('@hapi/boom');

const NAME = /^\w+(?:[ -]\w+)*$/;
const COLOUR = /^#[0-9a-f]{6}$/i;

module.exports = [
  {
    method: 'POST',
    path: '/labels',
    options: {
      auth: 'session',
      validate: {
        payload: Joi.object({
          name: Joi.string().trim().pattern(NAME, 'label name').required(),
          colour: Joi.string().pattern(COLOUR).default('#888888'),
        }),
      },
    },
    handler: async (request, h) => {
      const { name, colour } = request.payload;
      const { labels } = request.server.app;
      if (await labels.exists(request.auth.credentials.team, name)) {
        throw Boom.conflict('There is a label with this name');
      }
      const id = await labels.create(request.auth.credentials.team, { name, colour });
      return h.response({ id, name, colour }).code(201);
    },
  },
  {
    method: 'GET',
    path: '/labels',
    options: { auth: 'session' },
    handler: (request) => request.server.app.labels.list(request.auth.credentials.team),
  },
];
