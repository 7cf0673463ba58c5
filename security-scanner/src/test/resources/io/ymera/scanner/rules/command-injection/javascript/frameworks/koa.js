const Koa = require('koa'); const Router = require('@koa/router'); const { exec } = require('child_process');
const app = new Koa(); const router = new Router();
router.get('/a', async (c) => { exec('ls ' + c.query.dir); }); // finding: command-injection
router.get('/a/:d', async ({ params, query, request: { body } }) => { exec('ls ' + params.d); exec('ls ' + body.dir); }); // finding: command-injection
router.get('n', '/a', load, async (ctx) => { exec('ls ' + ctx.state.dir); }); // finding: command-injection
async function load(ctx, next) { ctx.state.dir = ctx.request.query.dir; await next(); }
app.use(async (ctx) => { exec('ls ' + ctx.get('x')); ctx.body = '<p>' + ctx.query.q; }); // finding: command-injection,xss
app.use(async (ctx, next) => { ctx.redirect(ctx.query.to); }); // finding: open-redirect
