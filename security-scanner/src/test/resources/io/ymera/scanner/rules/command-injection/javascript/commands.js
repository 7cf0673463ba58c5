const { exec, execFile, spawn } = require('child_process');
const cp = require('node:child_process');
const util = require('util');
const run = util.promisify(exec);

async function a(req, res) {
  exec('ping -c 1 ' + req.query.host, (err, out) => res.json({ out })); // finding: command-injection
  execFile('ping', ['-c', '1', req.query.host], (err, out) => res.json({ out }));
  spawn('sh', ['-c', `ls ${req.body.dir}`]); // finding: command-injection
  spawn('ls', [req.body.dir]);
  spawn('ls ' + req.body.dir, { shell: true }); // finding: command-injection
  await run(`convert ${req.body.file} out.png`); // finding: command-injection
  cp.execSync('kill ' + Number(req.params.pid));
}
function b(req, res) {
  const hosts = new Map();
  hosts.set('one', 'a.example');
  hosts.set('two', req.query.host);
  exec('ping ' + hosts.get('one'));
  exec('ping ' + hosts.get('two')); // finding: command-injection
}
function c(req, res) {
  const parts = [];
  parts.push('ls');
  parts.push(req.query.dir);
  exec(parts.join(' ')); // finding: command-injection
  const names = [req.query.dir, 'x'];
  exec('ls ' + names[1]);
}
function isHost(text) {
  return /^[a-z0-9.]+$/i.test(text);
}
function d(req, res) {
  const { host } = req.query;
  if (!isHost(host)) {
    res.status(400).end();
    return;
  }
  exec('ping ' + host);
}
function e(req, res) {
  const { host } = req.query;
  if (!isHost(host)) {
    res.status(400);
  }
  exec('ping ' + host); // finding: command-injection
}
async function f(req, res) {
  const list = await Promise.all(req.body.names.map(async (name) => name.trim()));
  for (const name of list) {
    exec(`touch ${name}`); // finding: command-injection
  }
  req.body.names.forEach((name) => {
    exec('rm ' + name); // finding: command-injection
  });
}
function g(req, res) {
  let command = 'date';
  switch (req.query.what) {
    case 'disk':
      command = 'df -h';
      break;
    case 'who':
      command = 'who';
      break;
    default:
      return res.sendStatus(404);
  }
  exec(command);
}
exec('ls ' + process.argv[2]); // finding: command-injection
module.exports = { a, b, c, d, e, f, g };
