const express = require('express');
const nunjucks = require('nunjucks');

const app = express();
nunjucks.configure({ autoescape: true, express: app });

app.get('/card', (req, res) => {
  const to = String(req.query.to);
  res.send(nunjucks.renderString('<h1>Dear {{ to }}</h1>', { to }));
});

app.listen(3000);
