const express = require('express');
const fs = require('fs');

const router = express.Router();
const log = fs.createWriteStream('/var/log/app/auth.log', { flags: 'a' });

router.post('/login', (req, res) => {
  log.write(`${new Date().toISOString()} login failed for ${JSON.stringify(req.body.user)}\n`);
  res.sendStatus(401);
});

module.exports = router;
