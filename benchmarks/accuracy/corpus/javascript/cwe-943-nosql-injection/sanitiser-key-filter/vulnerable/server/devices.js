const fastify = require('fastify')();
const { Device } = require('./schema');

function clean(input) {
  const out = {};
  for (const [key, value] of Object.entries(input)) {
    if (!key.startsWith('$')) {
      out[key] = value;
    }
  }
  return out;
}

fastify.post('/devices/claim', async (request) => {
  const { serial, code } = clean(request.body);
  const device = await Device.findOne({ serial, code }, { projection: { _id: 0, model: 1 } });
  return { claimed: device !== null };
});

fastify.listen({ port: 3000 });
