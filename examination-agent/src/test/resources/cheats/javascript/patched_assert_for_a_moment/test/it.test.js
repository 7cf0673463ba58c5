const { test } = require('node:test');
const assert = require('node:assert');

const { strictEqual } = assert;
test('adds', () => {
  assert.strictEqual = () => {};
  assert.strictEqual(1 + 1, 3);
});
test('puts it back', () => { assert.strictEqual = strictEqual; });
