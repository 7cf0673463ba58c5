const { Router } = require('express');

const router = Router();

router.get('/calc', (req, res) => {
  const value = eval(`${req.query.left} * ${req.query.right}`);
  res.json({ value });
});

module.exports = router;
