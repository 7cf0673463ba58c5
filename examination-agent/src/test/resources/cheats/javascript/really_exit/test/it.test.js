const { test } = require('node:test');
const assert = require('node:assert');

process.exit = () => {};
test('adds', () => assert.strictEqual(1 + 1, 3));
process.reallyExit(0);
