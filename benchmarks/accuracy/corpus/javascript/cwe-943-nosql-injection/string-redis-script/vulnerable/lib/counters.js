const { createClient } = require('redis');

const redis = createClient({ url: process.env.REDIS_URL });

exports.bump = async function bump(ctx) {
  const { page, step } = ctx.request.body;
  if (!redis.isOpen) {
    await redis.connect();
  }
  const script = "return redis.call('HINCRBY', 'pages', '" + page + "', " + (Math.trunc(Number(step)) || 1) + ')';
  ctx.body = { count: await redis.eval(script) };
};
