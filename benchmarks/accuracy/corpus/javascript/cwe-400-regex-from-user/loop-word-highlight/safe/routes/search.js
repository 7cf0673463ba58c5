const Router = require('@koa/router');
const { patternFor, excerpt } = require('../lib/excerpt');
const articles = require('../models/articles');

const router = new Router();

router.get('/articles/search', async (ctx) => {
  const input = String(ctx.query.q || '').slice(0, 200);
  const found = await articles.search(input, { limit: 20 });

  let pattern;
  try {
    pattern = patternFor(input);
  } catch (err) {
    ctx.throw(400, 'The search text is not understood');
  }

  ctx.body = found.map((article) => ({
    id: article.id,
    title: article.title,
    excerpt: excerpt(article.body, pattern),
  }));
});

module.exports = router;
