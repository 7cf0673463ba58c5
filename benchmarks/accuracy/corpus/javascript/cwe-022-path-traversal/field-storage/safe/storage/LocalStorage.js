const fs = require('fs/promises');
const path = require('path');

class LocalStorage {
  constructor(root) {
    this.root = path.resolve(root);
  }

  locate(key) {
    const target = path.resolve(this.root, key);
    if (!target.startsWith(this.root + path.sep)) {
      throw new RangeError('no such key');
    }
    return target;
  }

  async remove(key) {
    await fs.unlink(this.locate(key));
  }
}

module.exports = LocalStorage;
