const Router = require('@koa/router');
const bodyParser = require('koa-bodyparser');
const repository = require('./repository');

const router = new Router({ prefix: '/preferences' });

function assignPath(root, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  const parent = keys.reduce((node, key) => {
    if (typeof node[key] !== 'object' || node[key] === null) node[key] = {};
    return node[key];
  }, root);
  parent[last] = value;
  return root;
}

router.use(bodyParser({ jsonLimit: '16kb' }));

router.get('/', async (ctx) => {
  ctx.body = await repository.load(ctx.state.user.id);
});

router.patch('/', async (ctx) => {
  const { path, value } = ctx.request.body;
  if (typeof path !== 'string' || path.length > 120) {
    ctx.throw(400, 'path must be a short text');
  }
  const preferences = await repository.load(ctx.state.user.id);
  assignPath(preferences, path, value);
  await repository.save(ctx.state.user.id, preferences);
  ctx.status = 204;
});

module.exports = router;
