const express = require('express');
const fs = require('fs');
const path = require('path');
const { execSync } = require('child_process');
const app = express();
const OK = new Set(['a', 'b']);
const TABLE = { light: 'light.css', dark: 'dark.css' };
const LEVELS = ['quiet', 'verbose'];

app.get('/fresh', (req, res) => {
  const name = OK.has(req.query.x) ? req.query.x : 'd';
  fs.readFileSync('/srv/' + name);
  if (OK.has(req.query.y)) console.log('known');
  fs.readFileSync('/srv/' + req.query.y); // finding: path-traversal
});
app.get('/table', (req, res) => {
  fs.readFileSync('/srv/' + (TABLE[req.query.t] || req.query.t)); // finding: path-traversal
  if (!TABLE[req.query.u]) return;
  fs.readFileSync('/srv/' + req.query.u);
});
app.post('/order', (req, res) => {
  const before = { ...req.query, command: 'ls' };
  execSync(before.command);
  const after = { command: 'ls', ...req.query };
  execSync(after.command); // finding: command-injection
  const set = Object.assign({ command: 'ls' }, req.query);
  execSync(set.command); // finding: command-injection
});
app.get('/every', (req, res) => {
  const names = req.query.names.split(',');
  if (!names.every((name) => /^\w+$/.test(name))) return;
  execSync('rm ' + names.join(' '));
  const some = req.query.some.split(',').filter((name) => OK.has(name));
  execSync('rm ' + some.join(' '));
  const parts = req.query.file.split('/').filter((part) => part !== '..' && part !== '.');
  fs.readFileSync('/srv/' + parts.join('/'));
  const odd = req.query.odd.split('/').filter((part) => part !== '.');
  fs.readFileSync('/srv/' + odd.join('/')); // finding: path-traversal
});
app.get('/length', (req, res) => {
  if (LEVELS[LEVELS.length - 1] === 'quiet') execSync(req.query.x);
  if (LEVELS[LEVELS.length - 1] === 'verbose') execSync(req.query.y); // finding: command-injection
});
app.get('/relative', (req, res) => {
  const file = path.resolve('/srv', req.query.f);
  const relative = path.relative('/srv', file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return res.end();
  fs.readFileSync(file);
  fs.readFileSync(path.join('/srv', path.normalize('/' + req.query.g)));
  const other = path.resolve('/srv', req.query.h);
  if (!other.startsWith(path.parse(other).root)) return res.end();
  fs.readFileSync(other); // finding: path-traversal
});
class Base {
  constructor(table) { this.table = table; }
  run() { this.start(); }
}
class Direct extends Base { start() { console.log(1); } }
class Shell extends Base { start() { execSync('dump ' + this.table); } } // finding: command-injection
class Quiet extends Base { start() { execSync('dump ' + this.table); } }
app.get('/classes', (req, res) => {
  const one = req.query.z ? new Direct(req.query.t) : new Quiet('item');
  one.run();
  const other = req.query.z ? new Shell(req.query.t) : new Direct('item');
  other.run();
});
app.get('/quoted', (req, res) => {
  const arg = "'" + String(req.query.t).replace(/'/g, "'\\''") + "'";
  execSync('echo ' + arg);
});
