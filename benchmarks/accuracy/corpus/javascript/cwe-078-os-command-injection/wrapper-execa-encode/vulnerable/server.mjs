import Koa from 'koa';
import Router from '@koa/router';
import bodyParser from 'koa-bodyparser';
import { encode, encoderVersion } from './lib/encode.mjs';

const app = new Koa();
const router = new Router({ prefix: '/recordings' });

router.get('/encoder', async (ctx) => {
  ctx.body = { version: await encoderVersion() };
});

router.post('/:id(\\d+)/encode', async (ctx) => {
  const { title = 'Untitled' } = ctx.request.body;
  try {
    await encode(Number(ctx.params.id), title);
    ctx.status = 202;
    ctx.body = { status: 'encoded' };
  } catch (err) {
    ctx.app.emit('error', err, ctx);
    ctx.status = 502;
    ctx.body = { status: 'failed' };
  }
});

app.use(bodyParser()).use(router.routes()).use(router.allowedMethods());
app.listen(Number(process.env.PORT ?? 3000));
