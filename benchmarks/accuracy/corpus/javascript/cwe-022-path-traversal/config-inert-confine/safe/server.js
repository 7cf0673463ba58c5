'use strict';

const Path = require('path');
const Hapi = require('@hapi/hapi');
const Inert = require('@hapi/inert');

const start = async () => {
  const server = Hapi.server({
    port: process.env.PORT || 4000,
    routes: { files: { relativeTo: Path.join(__dirname, 'manuals') } },
  });

  await server.register(Inert);

  server.route({
    method: 'GET',
    path: '/manuals',
    handler: (request, h) => h.file('index.json'),
  });

  server.route({
    method: 'GET',
    path: '/manuals/download',
    handler: (request, h) => {
      const name = request.query.name;
      if (typeof name !== 'string' || name === '') {
        return h.response({ message: 'name is missing' }).code(400);
      }
      return h.file(name, { mode: 'attachment', confine: true });
    },
  });

  server.events.on('response', (request) => {
    console.log(request.method.toUpperCase(), request.route.path, request.response.statusCode);
  });

  await server.start();
  console.log('listening on', server.info.uri);
};

start();
