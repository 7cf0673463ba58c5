const { Router } = require('express');
const store = require('./store');

const ENVIRONMENTS = {
  production: 'https://shop.example.com',
  staging: 'https://staging.shop.example.com',
};

const router = Router();

router.post('/', async (req, res, next) => {
  const base = ENVIRONMENTS[req.body.environment] || req.body.environment;
  try {
    const url = new URL('/health', String(base));
    const { rows } = await store.insert(req.user.id, String(req.body.name), url.href);
    res.status(201).json({ id: rows[0].id });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
