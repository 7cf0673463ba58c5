const express = require('express');

const app = express();

app.get('/hello', (req, res) => {
  const name = String(req.query.name || 'stranger');
  res.send(`<!doctype html><title>Hello</title><h1>Hello, ${name}!</h1>`);
});

app.listen(3000);
