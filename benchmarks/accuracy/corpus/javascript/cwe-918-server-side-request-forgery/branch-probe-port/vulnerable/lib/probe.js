const http = require('http');
const express = require('express');

const app = express();

app.get('/probe', (req, res) => {
  const port = req.query.port || 80;
  http
    .get(`http://127.0.0.1:${port}/health`, (upstream) => {
      res.status(upstream.statusCode);
      upstream.pipe(res);
    })
    .on('error', () => res.sendStatus(502));
});

app.listen(3000);
