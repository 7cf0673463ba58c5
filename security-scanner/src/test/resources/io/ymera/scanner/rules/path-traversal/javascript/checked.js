const express = require('express'); const fs = require('fs'); const path = require('path');
const app = express(); const ROOT = '/srv/x';
app.get('/7/:id', (req, res) => {
  if (!/^[a-z0-9-]+$/.test(req.params.id)) return res.end();
  fs.readFileSync(path.join(ROOT, `${req.params.id}.json`));
});
app.get('/7/:id', (req, res) => {
  const { id } = req.params;
  if (!/^[a-z0-9-]+$/.test(id)) return res.end();
  fs.readFileSync(path.join(ROOT, `${id}.json`));
});
app.get('/7/:id', (req, res) => {
  if (!/^[a-z0-9-]+$/.test(req.params.id)) return res.end(); fs.readFileSync(path.join(ROOT, `${req.params.id}.json`));
});
app.get('/7/:id', (req, res) => {
  const id = parseInt(req.params.id, 10); fs.readFileSync(path.join(ROOT, `${id}.json`));
});
