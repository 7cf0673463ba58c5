const production = true;

export async function errors(ctx, next) {
  try {
    await next();
  } catch (err) {
    ctx.status = err.status ?? 500;
    ctx.body = production ? { message: 'something failed' } : { message: err.message, stack: err.stack };
    ctx.app.emit('error', err, ctx);
  }
}
