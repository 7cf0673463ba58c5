const express = require('express');
const app = express();
app.use((err, req, res, next) => {
  res.status(500).send(err.stack); // finding: error-disclosure
  res.status(500).send('Something failed');
  res.status(500).json({ error: err.stack }); // finding: error-disclosure
  res.status(500).json({ error: 'failed' });
  console.error(err.stack);
});
