const express = require('express');
const { checkFeed } = require('./lib/feed-check');

const app = express();

app.post('/feeds/check', express.json(), async (req, res) => {
  try {
    res.json(await checkFeed(String(req.body.address)));
  } catch (err) {
    req.app.get('logger').info({ code: err.code }, 'feed check failed');
    res.status(422).json({ message: 'This feed cannot be read' });
  }
});

module.exports = app;
