const assert = require('node:assert');

describe('sum', () => {
  it('right', () => assert.strictEqual(1 + 1, 2));
  it('wrong', () => assert.strictEqual(1 + 1, 3));
});
