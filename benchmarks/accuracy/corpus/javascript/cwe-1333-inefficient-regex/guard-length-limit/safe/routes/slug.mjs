import Router from '@koa/router';

const router = new Router();
const SLUG = /^([a-z0-9]+-?)+$/;

router.post('/slugs', (ctx) => {
  const slug = String(ctx.request.body.slug);
  if (slug.length > 16) {
    ctx.throw(422, 'wrong length');
  }
  ctx.body = { valid: SLUG.test(slug) };
});

export default router;
