const Koa = require('koa');
const he = require('he');

const app = new Koa();

app.use(async (ctx) => {
  const wanted = ctx.query.page || '';
  let message;
  if (wanted.length > 80) {
    message = he.encode(wanted.slice(0, 80)) + '…';
  } else {
    message = he.encode(wanted);
  }
  ctx.status = 404;
  ctx.type = 'html';
  ctx.body = '<p>There is no page called <em>' + message + '</em>.</p>';
});

app.listen(3000);
