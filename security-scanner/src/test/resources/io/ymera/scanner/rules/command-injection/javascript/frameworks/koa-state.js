const Router = require('@koa/router'); const { exec } = require('child_process');
const router = new Router();
router.get('/b', async (ctx, next) => { ctx.foo = ctx.request.query.dir; await next(); }, async (ctx) => { exec('ls ' + ctx.foo); }); // finding: command-injection
router.get('/b', async (ctx, next) => { ctx.state = {}; ctx.state.foo = ctx.request.query.dir; await next(); }, async (ctx) => { exec('ls ' + ctx.state.foo); }); // finding: command-injection
router.get('/b', async (ctx, next) => { ctx.other.foo = ctx.request.query.dir; await next(); }, async (ctx) => { exec('ls ' + ctx.other.foo); }); // finding: command-injection
