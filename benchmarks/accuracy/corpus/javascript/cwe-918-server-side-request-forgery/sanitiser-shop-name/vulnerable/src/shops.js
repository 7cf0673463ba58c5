import express from 'express';
import superagent from 'superagent';

const router = express.Router();

function shopName(value) {
  return String(value).toLowerCase().replace(/\s+/g, '');
}

router.get('/catalogue', async (req, res, next) => {
  const shop = shopName(req.query.shop);
  try {
    const { body } = await superagent.get(`https://${shop}.shops.example.com/products.json`);
    res.json(body.products);
  } catch (err) {
    next(err);
  }
});

export default router;
