const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const router = express.Router();

router.get('/orders', async (req, res, next) => {
  try {
    const customer = req.query.customer;
    const result = await pool.query(
      'SELECT id, total, placed_at FROM orders WHERE customer_no = $1 ORDER BY placed_at DESC',
      [customer],
    );
    res.json(result.rows);
  } catch (err) {
    next(err);
  }
});

module.exports = router;
