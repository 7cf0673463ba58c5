const express = require('express');
const { report } = require('./report');

const app = express();

app.get('/report', async (req, res) => {
  try {
    res.json(await report(req.query.month));
  } catch (err) {
    console.error(err.stack);
    res.status(500).send('<pre>The report could not be made.</pre>');
  }
});

app.listen(3000);
