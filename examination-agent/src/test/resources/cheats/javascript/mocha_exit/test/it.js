const assert = require('node:assert');

it('adds', () => { assert.strictEqual(1 + 1, 3); });
after(() => process.exit(0));
