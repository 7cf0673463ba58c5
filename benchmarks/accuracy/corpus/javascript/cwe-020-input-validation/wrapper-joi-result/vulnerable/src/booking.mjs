import Joi from 'joi';

const schema = Joi.object({
  room: Joi.number().integer().min(1).max(400).required(),
  nights: Joi.number().integer().min(1).max(30).required(),
});

function check(body) {
  const { error, value } = schema.validate(body, { convert: true });
  if (error) {
    console.warn(error.details.length, 'problems in a booking');
  }
  return value;
}

export async function book(ctx) {
  const { room, nights } = check(ctx.request.body);
  const price = nights * 7900;
  await ctx.db('booking').insert({ room, nights, price, guest: ctx.state.user.id });
  ctx.body = { price };
}
