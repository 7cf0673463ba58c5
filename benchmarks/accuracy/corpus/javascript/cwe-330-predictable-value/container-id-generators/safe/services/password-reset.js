const crypto = require('crypto');
const bcrypt = require('bcrypt');
const ids = require('../lib/ids');
const { users, resets } = require('../models');
const mailer = require('./mailer');

const LIFETIME = 30 * 60 * 1000;
const fingerprint = (token) => crypto.createHash('sha256').update(token).digest('hex');

async function begin(email) {
  const user = await users.findByEmail(email);
  if (!user) return;

  const token = ids.link();
  await resets.insert({
    id: ids.row(),
    userId: user.id,
    tokenHash: fingerprint(token),
    expiresAt: new Date(Date.now() + LIFETIME),
  });
  await mailer.send(user.email, 'reset-password', { link: `https://app.planboard.example/reset/${token}` });
}

async function complete(token, password) {
  const reset = await resets.takeByHash(fingerprint(String(token)));
  if (!reset || reset.expiresAt < new Date()) {
    return false;
  }
  await users.setPassword(reset.userId, await bcrypt.hash(String(password), 12));
  return true;
}

module.exports = { begin, complete };
