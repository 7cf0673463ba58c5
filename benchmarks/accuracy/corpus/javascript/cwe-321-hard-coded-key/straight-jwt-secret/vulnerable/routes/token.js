const jwt = require('jsonwebtoken');
const express = require('express');
const { verifyUser } = require('../users');

const router = express.Router();
const SECRET = 'coffee-machine-3rd-floor';

router.post('/token', async (req, res) => {
  const user = await verifyUser(String(req.body.name), String(req.body.password));
  if (!user) {
    return res.sendStatus(401);
  }
  return res.json({ token: jwt.sign({ sub: user.id }, SECRET, { algorithm: 'HS256', expiresIn: '15m' }) });
});

module.exports = router;
