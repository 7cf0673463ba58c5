const { exec, execFile } = require('child_process');
const validator = require('validator');
const { quote } = require('shell-quote');
const COMMANDS = { disk: 'df -h', users: 'who' };
const NAMES = ['disk', 'users'];
function a(req, res) {
  const name = req.query.name;
  if (!NAMES.includes(name)) return res.sendStatus(400);
  exec('show ' + name);
}
function b(req, res) {
  if (NAMES.indexOf(req.query.name) === -1) {
    return res.sendStatus(400);
  }
  exec(COMMANDS[req.query.name]);
}
function c(req, res) {
  const ip = req.body.ip;
  if (!validator.isIP(ip)) throw new Error('no');
  exec('ping ' + ip);
}
function d(req, res) {
  exec(quote(['ls', req.query.dir]));
}
function e(req, res) {
  const id = +req.query.id;
  exec('kill ' + id);
  exec(`kill ${req.query.id | 0}`);
  exec('kill ' + req.query.id * 1);
}
function f(req, res) {
  const { name } = req.query;
  if (Object.keys(COMMANDS).includes(name)) {
    exec('show ' + name);
  } else if (name in COMMANDS) {
    exec('show ' + name);
  } else {
    exec('show ' + name); // finding: command-injection
  }
}
function g(req, res) {
  const ok = NAMES.some((each) => each === req.body.name);
  const name = req.body.name;
  if (NAMES.some((each) => each === name)) {
    exec('show ' + name);
  }
  const safe = new Set(NAMES);
  if (safe.has(name)) exec('show ' + name);
  switch (name) {
    case 'disk':
    case 'users':
      exec('show ' + name);
      break;
    default:
      exec('show ' + name); // finding: command-injection
  }
}
function h(req, res) {
  const name = String(req.query.name).replace(/[^a-zA-Z0-9]/g, '');
  exec('show ' + name);
  const other = String(req.query.name).replace(/;/g, '');
  exec('show ' + other); // finding: command-injection
  const match = /^(\d+)$/.exec(req.query.id);
  if (match) {
    exec('kill ' + match[1]);
  }
}
const check = (name) => {
  if (!/^[a-z]{1,20}$/.test(name)) {
    throw new Error('Bad name');
  }
};
function i(req, res) {
  const name = req.query.name;
  check(name);
  exec('show ' + name);
}
module.exports = { a, b, c, d, e, f, g, h, i };
