import express from 'express'; import { exec } from 'child_process';
const app = express();
app.post('/16', (req, res, next) => { if (!/^\w+$/.test(req.body.host)) return res.status(400).end(); next(); }, async (req, res) => {
  exec('ls ' + req.body.host);
});
app.post('/16', (req, res, next) => { if (!/^\w+$/.test(req.body.foo)) return res.status(400).end(); next(); }, async (req, res) => {
  exec('ls ' + req.body.foo);
});
app.post('/16', (req, res, next) => { if (!/^\w+$/.test(req.query.foo)) return res.status(400).end(); next(); }, async (req, res) => {
  exec('ls ' + req.query.foo);
});
app.get('/16', (req, res, next) => { if (!/^\w+$/.test(req.query.foo)) return res.status(400).end(); next(); }, (req, res) => {
  exec('ls ' + req.query.foo);
});
app.get('/16', (req, res, next) => { if (!/^\w+$/.test(req.query.foo)) return res.status(400).end(); next(); }, (rq, res) => {
  exec('ls ' + rq.query.foo);
});
