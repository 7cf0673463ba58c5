const TARGETS = { shop: 'https://shop.example.com/', docs: 'https://docs.example.com/' };

module.exports = async function logout(ctx) {
  ctx.session = null;
  const target = ctx.query.target;
  if (Object.hasOwn(TARGETS, target)) {
    ctx.redirect(TARGETS[target]);
  } else if (target) {
    ctx.redirect(target);
  } else {
    ctx.redirect('/');
  }
};
