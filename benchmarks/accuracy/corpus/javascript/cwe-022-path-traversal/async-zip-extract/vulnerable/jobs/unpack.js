const unzipper = require('unzipper');
const path = require('path');
const fs = require('fs');

const TARGET = path.resolve('/srv/themes');

function unpack(req, res) {
  req
    .pipe(unzipper.Parse())
    .on('entry', (entry) => {
      const file = path.join(TARGET, entry.path);
      if (entry.type === 'Directory' || !file) {
        entry.autodrain();
        return;
      }
      fs.mkdirSync(path.dirname(file), { recursive: true });
      entry.pipe(fs.createWriteStream(file));
    })
    .on('close', () => res.status(201).end())
    .on('error', () => res.status(400).end());
}

module.exports = { unpack };
