const Koa = require('koa');
const session = require('koa-session');

const app = new Koa();
app.keys = [process.env.SESSION_KEY, process.env.OLD_SESSION_KEY];
app.use(session({ key: 'koa', httpOnly: true, secure: true, sameSite: 'lax', signed: true }, app));

app.use((ctx) => {
  ctx.session.visits = (ctx.session.visits || 0) + 1;
  ctx.body = String(ctx.session.visits);
});

app.listen(3000);
