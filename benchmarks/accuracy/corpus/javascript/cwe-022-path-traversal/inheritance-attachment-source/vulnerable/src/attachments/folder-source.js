const fs = require('fs');
const path = require('path');
const Source = require('./source');

class FolderSource extends Source {
  locate(reference) {
    return path.resolve(this.root, reference.folder, reference.file);
  }

  exists(reference) {
    return fs.existsSync(this.locate(reference));
  }

  open(reference) {
    return fs.createReadStream(this.locate(reference));
  }
}

module.exports = FolderSource;
