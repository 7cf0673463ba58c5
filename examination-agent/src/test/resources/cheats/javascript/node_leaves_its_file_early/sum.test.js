const test = require('node:test');
const assert = require('node:assert');
const { ready } = require('./ready.js');

try {
  test('right', () => assert.strictEqual(1 + 1, 2));
  ready();
  test('wrong', () => assert.strictEqual(1 + 1, 3));
} catch {
  // not ready
}
