import Fastify from 'fastify'; import Hapi from '@hapi/hapi'; import Joi from 'joi'; import { z } from 'zod'; import { exec } from 'child_process'; import { publicProcedure, router } from './base';
const app = Fastify();
app.get('/n', { schema: { querystring: { type: 'object', properties: { n: { type: 'integer' }, s: { type: 'string' } } } } }, async (rq) => {
  exec('ls ' + rq.query.n);
  exec('ls ' + rq.query.s); // finding: command-injection
});
const server = Hapi.server();
server.route({ method: 'GET', path: '/', options: { validate: { params: Joi.object({ host: Joi.string().hostname(), x: Joi.string() }), query: { n: Joi.number(), k: Joi.string().valid('a') } } }, handler: (rq, h) => {
  exec('ls ' + rq.params.host); exec('ls ' + rq.query.n); exec('ls ' + rq.query.k);
  exec('ls ' + rq.params.x); // finding: command-injection
  return 'x'; } });
server.route({ method: 'GET', path: '/', options: { validate: { params: Joi.object({ host: Joi.string().hostname() }), failAction: 'log' } , handler: (rq, h) => {
  exec('ls ' + rq.params.host); // finding: command-injection
  return 'x'; } } });
export const b = router({
  num: publicProcedure.input(z.object({ n: z.number(), s: z.string() })).mutation(async ({ ctx, input }) => {
    exec('ls ' + input.n);
    exec('ls ' + input.s); // finding: command-injection
  }),
});
