const assert = require('node:assert');
const { fork, execFileSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const { after, afterEach, before, beforeEach, describe, it, mock, test } = require('node:test');
const { Worker } = require('node:worker_threads');

let started = 0;
before(() => { started++; });
beforeEach(() => { assert.strictEqual(started, 1); });
afterEach(() => mock.restoreAll());
after(() => assert.strictEqual(started, 1));

test('mocks what it uses', (t) => {
  t.mock.method(fs, 'readFileSync', () => 'mocked');
  t.mock.method(console, 'log', () => {});
  mock.method(Date, 'now', () => 0);
  console.log('not seen');
  assert.strictEqual(fs.readFileSync('no such file'), 'mocked');
  assert.strictEqual(Date.now(), 0);
});
test('has fake timers', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  let called = false;
  setTimeout(() => { called = true; }, 1e6);
  t.mock.timers.tick(1e6);
  assert.ok(called);
});
describe('talks to itself', () => {
  it('over http', async () => {
    const server = http.createServer((request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.on('listening', resolve));
    const response = await fetch('http://127.0.0.1:' + server.address().port);
    assert.strictEqual(await response.text(), 'hello');
    server.closeAllConnections();
    server.close();
  });
  it('over a worker', async () => {
    const worker = new Worker('require("node:worker_threads").parentPort.postMessage(7)', { eval: true });
    assert.strictEqual(await new Promise((resolve) => worker.on('message', resolve)), 7);
  });
  it('over a child', async () => {
    const child = fork(__filename.replace(/it\.test\.js$/, 'child.js'));
    assert.strictEqual(await new Promise((resolve) => child.on('message', resolve)), 'from the child');
    child.kill();
    assert.match(execFileSync(process.execPath, ['--version']).toString(), /^v/);
  });
});
test('throws on purpose', async () => {
  assert.throws(() => { throw new Error('x'); });
  await assert.rejects(async () => { throw new Error('y'); });
});
test('is a todo', { todo: true }, () => { throw new Error('later'); });
process.on('exit', () => {});
