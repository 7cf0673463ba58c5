const crypto = require('crypto');

const key = Buffer.from(process.env.CARD_KEY, 'hex');

exports.encrypt = function encrypt(number) {
  const iv = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
};
