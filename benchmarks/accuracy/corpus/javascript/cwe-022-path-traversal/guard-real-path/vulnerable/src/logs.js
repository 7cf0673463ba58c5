const fs = require('fs');
const path = require('path');
const express = require('express');

const router = express.Router();
const LOGS = fs.realpathSync('/var/log/app');

router.get('/logs/*', (req, res) => {
  const wanted = path.resolve(LOGS, req.params[0]);
  const relative = path.relative(LOGS, wanted);
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    res.status(403);
    res.set('X-Reason', 'outside');
  }
  return res.send(fs.readFileSync(wanted, 'utf8'));
});

module.exports = router;
