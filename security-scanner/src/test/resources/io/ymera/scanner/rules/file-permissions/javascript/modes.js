const fs = require('fs');
fs.chmodSync('x', 0o777); // finding: file-permissions
fs.chmodSync('x', 0o600);
fs.writeFileSync('x', 'y', { mode: 0o666 }); // finding: file-permissions
