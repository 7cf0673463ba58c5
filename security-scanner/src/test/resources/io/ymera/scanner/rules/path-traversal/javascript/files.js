const fs = require('fs');
const path = require('path');
const express = require('express');
const app = express();
const ROOT = path.resolve('public');

app.get('/a', (req, res) => {
  fs.readFile('public/' + req.query.file, (err, data) => res.json(data)); // finding: path-traversal
  fs.readFile(path.join(ROOT, path.basename(req.query.file)), (err, data) => res.json(data));
});
app.get('/b', (req, res) => {
  const file = path.resolve(ROOT, req.query.file);
  if (!file.startsWith(ROOT + path.sep)) {
    return res.status(403).end();
  }
  res.sendFile(file);
});
app.get('/c/:name', (req, res) => {
  res.sendFile(path.join(__dirname, 'files', req.params.name)); // finding: path-traversal
  res.sendFile(req.params.name, { root: ROOT });
});
app.get('/d', async (req, res) => {
  const target = path.join(ROOT, req.query.name);
  const data = await fs.promises.readFile(target, 'utf8'); // finding: path-traversal
  res.json(data);
});
app.get('/e', async (req, res) => {
  const name = req.query.name;
  if (!/^[\w-]+\.txt$/.test(name)) throw new Error('no');
  fs.createReadStream(`data/${name}`).pipe(res);
});
