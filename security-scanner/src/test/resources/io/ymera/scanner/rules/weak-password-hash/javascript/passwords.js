const crypto = require('crypto');
const bcrypt = require('bcrypt');
function f(password, salt) {
  crypto.createHash('sha256').update(password).digest('hex'); // finding: weak-password-hash
  crypto.pbkdf2Sync(password, salt, 1000, 32, 'sha256'); // finding: weak-password-hash
  crypto.pbkdf2Sync(password, salt, 310000, 32, 'sha256');
  bcrypt.hashSync(password, 4); // finding: weak-password-hash
  bcrypt.hashSync(password, 12);
}
module.exports = f;
