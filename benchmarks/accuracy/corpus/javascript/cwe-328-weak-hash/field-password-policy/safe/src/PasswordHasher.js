const bcrypt = require('bcryptjs');
const sha1 = require('sha1');

class PasswordHasher {
  constructor(options = {}) {
    this.scheme = options.scheme ?? 'bcrypt';
  }

  async hash(password) {
    if (this.scheme === 'bcrypt') {
      return 'bcrypt:' + (await bcrypt.hash(password, 12));
    }
    return 'sha1:' + sha1(password);
  }
}

module.exports = PasswordHasher;
