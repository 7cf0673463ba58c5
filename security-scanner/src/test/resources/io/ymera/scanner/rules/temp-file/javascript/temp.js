const fs = require('fs');
const os = require('os');
const path = require('path');
fs.writeFileSync('/tmp/report.txt', 'x'); // finding: temp-file
fs.writeFileSync(path.join(os.tmpdir(), 'report.txt'), 'x'); // finding: temp-file
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-'));
fs.writeFileSync(path.join(folder, 'report.txt'), 'x');
