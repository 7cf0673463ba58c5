const express = require('express');
const { exec } = require('child_process');

const app = express();
const MODES = ['fast', 'slow'];

app.get('/same', (req, res) => {
  if (!MODES.includes(req.query.mode)) {
    return res.sendStatus(400);
  }
  exec('run ' + req.query.mode);
  res.end();
});

app.get('/other', (req, res) => {
  if (!MODES.includes(req.query.mode)) {
    return res.sendStatus(400);
  }
  exec('run ' + req.query.name); // finding: command-injection
  exec('run ' + req.cookies.mode); // finding: command-injection
  res.end();
});
