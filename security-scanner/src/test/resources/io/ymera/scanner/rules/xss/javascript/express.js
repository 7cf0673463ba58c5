const express = require('express');
const escapeHtml = require('escape-html');
const he = require('he');
const app = express();

app.get('/a', (req, res) => {
  res.send('<p>' + req.query.name + '</p>'); // finding: xss
});
app.get('/b', (req, res) => {
  res.send(`<p>${escapeHtml(req.query.name)}</p>`);
});
app.get('/c', (req, res) => {
  res.json({ name: req.query.name });
  res.send({ name: req.query.name });
  res.status(200).send([req.query.name]);
});
app.get('/d', (req, res) => {
  res.type('text/plain').send(req.query.name);
});
app.get('/e', (req, res) => {
  res.setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify({ a: req.query.name }));
});
app.get('/f/:id', async (req, res) => {
  const { id } = req.params;
  res.status(404).send(`No item ${id}`); // finding: xss
  res.status(404).send(`No item ${Number(id)}`);
});
app.get('/g', (req, res, next) => {
  const name = req.query.name;
  if (!/^[a-z]+$/.test(name)) {
    return res.status(400).send('Bad name');
  }
  res.send('<p>' + name + '</p>');
});
app.get('/h', (req, res) => {
  const asked = req.query.colour;
  const colour = ['red', 'green'].includes(asked) ? asked : 'red';
  res.send('<p style="color:' + colour + '">x</p>');
});
app.post('/i', (req, res) => {
  const page = he.encode(req.body.text);
  res.write('<div>' + page + '</div>');
  res.write('<div>' + req.body.text + '</div>'); // finding: xss
  res.end();
});
app.use((err, req, res, next) => {
  res.status(500).send('Could not open ' + req.originalUrl); // finding: xss
});
function escape(text) {
  return text.replace(/[&<>"']/g, (c) => '&#' + c.charCodeAt(0) + ';');
}
app.get('/j', (req, res) => {
  res.send('<b>' + escape(req.query.q) + '</b>');
  res.send('<b>' + req.query.q.replace('<', '&lt;') + '</b>'); // finding: xss
});
