const express = require('express');
const { open } = require('../sessions');

const router = express.Router();

router.post('/session', async (req, res) => {
  const id = await open(req.body.user, req.body.password);
  res.cookie('sid', id, { httpOnly: true, sameSite: 'lax', maxAge: 3600000 });
  res.sendStatus(204);
});

module.exports = router;
