const { Router } = require('express');

const router = Router();

router.get('/calc', (req, res) => {
  const value = eval(`${Number(req.query.left)} * ${Number(req.query.right)}`);
  res.json({ value });
});

module.exports = router;
