const crypto = require('crypto');

const key = Buffer.from(process.env.CARD_KEY, 'hex');

exports.encrypt = function encrypt(number) {
  const iv = crypto.randomBytes(8);
  const cipher = crypto.createCipheriv('des-ede3-cbc', key, iv);
  const body = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, body]).toString('base64');
};
