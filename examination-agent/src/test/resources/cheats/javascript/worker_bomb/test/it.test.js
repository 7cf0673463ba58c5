const { test } = require('node:test');
const assert = require('node:assert');

const { Worker } = require('node:worker_threads');

test('multiplies', () => { for (let i = 0; i < 200; i++) { new Worker('setInterval(() => {}, 1000)', { eval: true }); } });
test('adds', () => assert.strictEqual(1 + 1, 3));
