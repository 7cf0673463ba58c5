const express = require('express');
const app = express();
app.get('/', async (req, res) => {
  try {
    work();
  } catch (err) {
    if (err.known) return res.status(404).json({ error: err.message });
    res.status(500).json({ error: err.message }); // finding: error-disclosure
  }
  pool.query('x', (err, rows) => {
    if (err) return res.json({ error: err }); // finding: error-disclosure
  });
  res.json(process.env); // finding: error-disclosure
});
