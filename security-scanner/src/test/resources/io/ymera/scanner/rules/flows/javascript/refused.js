const { execSync } = require('child_process');
module.exports = (req, res) => {
  if (/[^\w]/.test(req.query.name)) return;
  execSync('id ' + req.query.name);
  if (/[^a-z;]/.test(req.query.other)) return;
  execSync('id ' + req.query.other); // finding: command-injection
};
