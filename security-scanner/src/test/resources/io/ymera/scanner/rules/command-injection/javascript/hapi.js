const Hapi = require('@hapi/hapi');
const { execSync } = require('child_process');
const server = Hapi.server({ port: 3000 });
server.route({
  method: 'POST',
  path: '/x',
  handler: (request, h) => {
    execSync('id ' + request.payload.name); // finding: command-injection
    return h.response('ok').code(200);
  },
});
