'use strict';

function assign(profile, section, key, value) {
  if (key === '__proto__') {
    return false;
  }
  profile[section][key] = value;
  return true;
}

exports.update = async function update(ctx) {
  const { section, key, value } = ctx.request.body;
  const profile = { address: {}, contact: {} };
  const done = assign(profile, section, key, value);
  ctx.status = done ? 200 : 422;
  ctx.body = profile;
};
