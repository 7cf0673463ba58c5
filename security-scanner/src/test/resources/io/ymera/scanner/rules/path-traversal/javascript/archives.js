const unzipper = require('unzipper');
const path = require('path');
const fs = require('fs');
const TARGET = path.resolve('/srv/themes');
fs.createReadStream('x.zip').pipe(unzipper.Parse()).on('entry', (entry) => {
  entry.pipe(fs.createWriteStream(path.join(TARGET, entry.path))); // finding: path-traversal
  const file = path.join(TARGET, entry.path);
  if (!file.startsWith(TARGET + path.sep)) return;
  entry.pipe(fs.createWriteStream(file));
});
