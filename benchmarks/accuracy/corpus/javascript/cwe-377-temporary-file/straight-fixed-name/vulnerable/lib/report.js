const fs = require('fs');
const os = require('os');
const path = require('path');
const { execFile } = require('child_process');

function print(text, done) {
  const file = path.join(os.tmpdir(), 'report-' + process.pid + '.txt');
  fs.writeFileSync(file, text);
  execFile('lp', [file], (err) => {
    fs.unlinkSync(file);
    done(err);
  });
}

module.exports = { print };
