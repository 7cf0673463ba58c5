const express = require('express');
const merge = require('./lib/merge');

const app = express();
const settings = { theme: { dark: false }, page: { size: 20 } };

app.patch('/settings', express.json(), (req, res) => {
  res.json(merge(settings, req.body));
});

app.listen(3000);
