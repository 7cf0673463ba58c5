const STEPS = { size: Number, colour: String };

export async function step(ctx) {
  const input = ctx.request.body;
  ctx.session.wizard = Object.fromEntries(
    Object.entries(STEPS).map(([name, convert]) => [name, convert(input[name])]),
  );
  ctx.body = { next: '/wizard/' + Object.keys(STEPS).length };
}

export async function price(ctx) {
  ctx.assert(ctx.session.user, 401);
  ctx.body = { cents: ctx.session.staff ? 0 : 4900 };
}
