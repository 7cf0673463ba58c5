const axios = require('axios');
const fetch = require('node-fetch');
const https = require('https');
const HOSTS = ['api.example.com', 'cdn.example.com'];

async function a(req, res) {
  await axios.get(req.query.url); // finding: ssrf
  await axios({ method: 'get', url: req.query.url }); // finding: ssrf
  await fetch('https://api.example.com/users/' + req.params.id);
  await fetch('https://' + req.query.host + '/status'); // finding: ssrf
  https.get(req.body.link, (r) => r.pipe(res)); // finding: ssrf
}
async function b(req, res) {
  const url = new URL(req.query.url);
  if (!HOSTS.includes(url.hostname)) {
    return res.status(400).end();
  }
  const r = await axios.get(url.toString());
  res.json(r.data);
}
async function c(req, res) {
  const url = req.query.url;
  const parsed = new URL(url);
  if (parsed.hostname !== 'api.example.com') throw new Error('host');
  await fetch(url);
}
module.exports = { a, b, c };
