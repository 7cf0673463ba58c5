const STEPS = { size: Number, colour: String };

export async function step(ctx) {
  const input = ctx.request.body;
  Object.assign(ctx.session, input);
  ctx.body = { next: '/wizard/' + Object.keys(STEPS).length };
}

export async function price(ctx) {
  ctx.assert(ctx.session.user, 401);
  ctx.body = { cents: ctx.session.staff ? 0 : 4900 };
}
