const express = require('express');
const { User } = require('../models');

const router = express.Router();

router.patch('/me', async (req, res) => {
  const user = await User.findByPk(req.session.userId);
  await user.update(req.body);
  res.json({ id: user.id, name: user.name });
});

module.exports = router;
