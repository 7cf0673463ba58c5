const fastify = require('fastify')({ logger: true });
const { aggregateInWorker } = require('./report-worker');
const ledger = require('./ledger');

fastify.get('/ledger/:year/aggregate', async (request, reply) => {
  const year = Number.parseInt(request.params.year, 10);
  if (Number.isNaN(year)) {
    return reply.code(400).send({ message: 'year must be a number' });
  }
  const rows = await ledger.rows(year);
  const value = await aggregateInWorker(String(request.query.fn), rows);
  return { year, value };
});

fastify.listen({ port: 3000 });
