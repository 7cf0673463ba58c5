const fs = require('fs');
const out = fs.createWriteStream('/var/log/app.log', { flags: 'a' });
const copy = fs.createWriteStream('/srv/copy.bin');
module.exports = (req, res) => {
  out.write('login ' + req.query.user + '\n'); // finding: log-injection
  out.write('login ' + req.query.user.replace(/[\r\n]/g, ' ') + '\n');
  copy.write(req.query.user);
};
