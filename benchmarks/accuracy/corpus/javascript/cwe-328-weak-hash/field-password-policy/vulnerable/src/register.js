const PasswordHasher = require('./PasswordHasher');

const hasher = new PasswordHasher({});

module.exports = async function register(ctx) {
  const { email, password } = ctx.request.body;
  await ctx.db('person').insert({ email, hash: await hasher.hash(password) });
  ctx.status = 201;
};
