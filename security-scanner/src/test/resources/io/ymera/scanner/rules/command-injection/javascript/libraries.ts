import express from 'express'; import cp, { exec, execFile, spawn, execSync } from 'child_process'; import { promisify } from 'util'; import { execa, execaCommand, $ } from 'execa'; import shell from 'shelljs'; import { quote } from 'shell-quote'; import { $ as zx } from 'zx'; import simpleGit from 'simple-git'; import ffmpeg from 'fluent-ffmpeg'; import { Client } from 'ssh2'; import { NodeSSH } from 'node-ssh'; import { PythonShell } from 'python-shell'; import Docker from 'dockerode'; import { Worker } from 'worker_threads';
const app = express(); const run = promisify(exec); const runFile = promisify(cp.execFile);
app.get('/', async (req, res) => {
  const x = req.query.x as string;
  exec(`ls ${x}`); // finding: command-injection
  await run(`ls ${x}`); // finding: command-injection
  await runFile('ls', [x]);
  execFile('ls', [x]);
  execFile('ls', ['-l', '--', x]);
  spawn('ls', [x], { shell: true }); // finding: command-injection
  spawn('sh', ['-c', `ls ${x}`]); // finding: command-injection
  spawn(x, []); // finding: command-injection
  spawn('ls ' + x, { shell: true }); // finding: command-injection
  await execaCommand(`ls ${x}`); // finding: command-injection
  await execa('ls', [x]);
  await execa(`ls ${x}`, { shell: true }); // finding: command-injection
  await $`ls ${x}`;
  await zx`ls ${x}`;
  shell.exec('ls ' + x); // finding: command-injection
  exec('ls ' + quote([x]));
  exec(`ls "${x}"`); // finding: command-injection
  exec("ls '" + x.replace(/'/g, "'\\''") + "'");
  exec(`ls ${Number(x)}`);
  const c = new Client(); c.exec(`ls ${x}`, () => {}); // finding: command-injection
  const s = new NodeSSH(); await s.execCommand(`ls ${x}`); // finding: command-injection
  new PythonShell('x.py', { args: [x] });
  execFile('tar', ['xf', 'a', '--checkpoint-action=' + x]);
  const ALLOWED = ['a', 'b']; if (ALLOWED.includes(x)) exec('ls ' + x);
  if (/^[a-z]+$/.test(x)) exec('ls ' + x);
  if (/[a-z]+/.test(x)) exec('ls ' + x); // finding: command-injection
});
