const Koa = require('koa');
const Router = require('@koa/router');
const notice = require('./middleware/notice');
const stock = require('./stock');

const app = new Koa();
const router = new Router();

function page(body) {
  return '<!doctype html><html><head><title>Warehouse</title></head><body>' + body + '</body></html>';
}

router.get('/shelves', notice(), async (ctx) => {
  const shelves = await stock.shelves();
  const rows = shelves.map((shelf) => '<tr><td>' + Number(shelf.id) + '</td><td>' + Number(shelf.items) + '</td></tr>');

  let body = '<table>' + rows.join('') + '</table>';
  if (ctx.state.notice.get('original') !== '') {
    console.log('notice of %d characters shown', ctx.state.notice.get('original').length);
    body = '<p class="notice">' + ctx.state.notice.get('html') + '</p>' + body;
  }
  ctx.type = 'html';
  ctx.body = page(body);
});

router.get('/shelves.json', async (ctx) => {
  ctx.body = await stock.shelves();
});

app.use(router.routes());

module.exports = app;
