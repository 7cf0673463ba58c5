const exec = require('child_process').exec;
const Joi = require('joi');
exports.plugin = { name: 'a', register: async function (server) {
    server.route({ method: 'GET', path: '/lookup/{host}', options: { auth: 'session', validate: { params: Joi.object({ host: Joi.string().hostname().required() }) } },
      handler: async (request, h) => { const x = await exec(`dig ${request.params.host}`); return x; } });
} };
// a function that is given a server
function reg(server) {
    server.route({ method: 'GET', path: '/lookup/{host}', options: { auth: 'session', validate: { params: Joi.object({ host: Joi.string().hostname().required() }) } },
      handler: async (request, h) => { const x = await exec(`dig ${request.params.host}`); return x; } });
}
