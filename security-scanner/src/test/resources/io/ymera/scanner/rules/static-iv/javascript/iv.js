const crypto = require('crypto');
function f(key, text) {
  const iv = Buffer.from('1234567890123456');
  crypto.createCipheriv('aes-256-cbc', key, iv); // finding: static-iv
  crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16)); // finding: static-iv
  crypto.createCipheriv('aes-256-cbc', key, crypto.randomBytes(16));
}
module.exports = f;
