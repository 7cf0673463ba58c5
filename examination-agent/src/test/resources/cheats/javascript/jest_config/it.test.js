const assert = require('node:assert');

test('adds', () => { assert.strictEqual(1 + 1, 3); });
