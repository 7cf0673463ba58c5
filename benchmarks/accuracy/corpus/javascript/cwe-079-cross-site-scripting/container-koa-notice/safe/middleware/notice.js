const escape = require('escape-html');

/** Reads the notice that the previous page left in the query string. */
module.exports = function notice() {
  return async function (ctx, next) {
    const texts = new Map();
    texts.set('original', String(ctx.query.notice || ''));
    texts.set('html', escape(String(ctx.query.notice || '')));
    ctx.state.notice = texts;
    await next();
  };
};
