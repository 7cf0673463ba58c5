const express = require('express');
const app = express();
const failed = (res, err) => res.status(500).json({ code: err.code, sql: err.sql }); // finding: error-disclosure
app.get('/', async (req, res) => {
  try {
    work();
  } catch (err) {
    console.error(err.stack);
    res.status(500).send(`<pre>${err.stack.replace(/</g, '&lt;')}</pre>`); // finding: error-disclosure
    res.status(500).json({ error: { stack: err.stack } }); // finding: error-disclosure
    res.status(500).json({ error: 'failed', code: err.code });
    failed(res, err);
  }
});
