const crypto = require('crypto');

const key = Buffer.from(process.env.CARD_KEY, 'hex');

exports.encrypt = function encrypt(number) {
  const cipher = crypto.createCipheriv('des-ede3', key, null);
  return Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]).toString('base64');
};
