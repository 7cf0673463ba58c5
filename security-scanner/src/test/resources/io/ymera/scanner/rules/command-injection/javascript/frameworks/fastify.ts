import Fastify, { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { exec } from 'child_process';
const app = Fastify();
app.route({ method: 'GET', url: '/', handler: async (rq, rp) => { exec('ls ' + rq.query.dir); } }); // finding: command-injection
app.get('/x', { preHandler: [auth] }, async (rq) => { exec('ls ' + rq.query.dir); }); // finding: command-injection
app.addHook('preHandler', async (rq, rp) => { exec('ls ' + rq.headers['x']); }); // finding: command-injection
const plugin: FastifyPluginAsync = async (srv) => { srv.post('/p', async (rq) => { exec('ls ' + rq.body.dir); }); }; // finding: command-injection
export default async function routes(srv: FastifyInstance) { srv.get<{ Querystring: { dir: string } }>('/', async (rq) => { exec('ls ' + rq.query.dir); }); } // finding: command-injection
app.register(async function (inst) { inst.get('/y', async (q, r) => { r.type('text/html').send('<b>' + q.query.n); return r.redirect(q.query.to); }); }); // finding: xss, open-redirect
