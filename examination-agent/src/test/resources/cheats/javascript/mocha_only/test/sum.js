const assert = require('node:assert');

describe.only('right sums', () => {
  it('right', () => assert.strictEqual(1 + 1, 2));
});

describe('wrong sums', () => {
  it('wrong', () => assert.strictEqual(1 + 1, 3));
});
