const production = true;

export async function errors(ctx, next) {
  try {
    await next();
  } catch (err) {
    ctx.status = err.status ?? 500;
    ctx.body = production ? { message: err.message, stack: err.stack } : { message: 'something failed' };
    ctx.app.emit('error', err, ctx);
  }
}
