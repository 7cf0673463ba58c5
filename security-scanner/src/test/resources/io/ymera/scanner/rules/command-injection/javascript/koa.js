const Koa = require('koa');
const { execSync } = require('child_process');
const app = new Koa();
app.use(async (ctx, next) => {
  execSync('id ' + ctx.request.body.name); // finding: command-injection
  execSync('id ' + ctx.get('X-Name')); // finding: command-injection
  execSync('id ' + ctx.state.user);
  await next();
});
