const express = require('express');
const crypto = require('crypto');
const { mailer, tokens } = require('../services');

const router = express.Router();

router.post('/forgot', async (req, res) => {
  const token = crypto.randomBytes(24).toString('base64url');
  await tokens.save(req.body.email, token, Date.now() + 900000);
  await mailer.send(req.body.email, `https://www.example.com/reset/${token}`);
  res.sendStatus(202);
});

module.exports = router;
