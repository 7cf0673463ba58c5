const { test } = require('node:test');
const assert = require('node:assert');

test('eats', () => { const all = []; for (;;) { all.push(new Array(1e6).fill(all.length)); } });
test('adds', () => assert.strictEqual(1 + 1, 3));
