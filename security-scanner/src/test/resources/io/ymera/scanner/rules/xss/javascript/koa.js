const Koa = require('koa');
const Router = require('@koa/router');
const router = new Router();
router.get('/a', async (ctx) => {
  ctx.body = `<h1>${ctx.query.title}</h1>`; // finding: xss
});
router.get('/b', async (ctx) => {
  ctx.body = { title: ctx.query.title };
});
router.get('/c', async (ctx) => {
  ctx.type = 'text/plain';
  ctx.body = ctx.query.title;
});
const app = new Koa();
app.use(router.routes());
