const Koa = require('koa');

const app = new Koa();

const ROW = ['<tr data-owner="', '', '"><td>', '', '</td></tr>'];

function row(owner, pages) {
  const cells = ROW.slice();
  cells[1] = encodeURIComponent(owner);
  cells[3] = Number(pages);
  return cells.join('');
}

app.use(async (ctx) => {
  ctx.type = 'html';
  ctx.body = '<table>'.concat(row(String(ctx.query.owner), ctx.query.pages), '</table>');
});

app.listen(3000);
