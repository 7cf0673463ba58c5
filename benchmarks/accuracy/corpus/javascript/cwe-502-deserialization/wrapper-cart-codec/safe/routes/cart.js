const express = require('express');
const cookieParser = require('cookie-parser');
const { encode, decode } = require('../lib/cart-codec');
const catalogue = require('../services/catalogue');

const router = express.Router();
const COOKIE = { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 14 * 24 * 3600 * 1000 };

router.use(cookieParser());
router.use(express.json());

router.use((req, res, next) => {
  req.cart = { lines: [] };
  if (req.cookies.cart) {
    try {
      const stored = decode(req.cookies.cart);
      if (Array.isArray(stored.lines)) req.cart.lines = stored.lines;
    } catch (err) {
      res.clearCookie('cart');
    }
  }
  next();
});

router.get('/', async (req, res, next) => {
  try {
    res.json(await catalogue.priced(req.cart.lines.map((line) => Number(line.product))));
  } catch (err) {
    next(err);
  }
});

router.post('/lines', (req, res) => {
  req.cart.lines.push({ product: Number(req.body.product), quantity: Number(req.body.quantity) || 1 });
  res.cookie('cart', encode(req.cart), COOKIE);
  res.status(201).json({ lines: req.cart.lines.length });
});

module.exports = router;
