const assert = require('node:assert');

let tries = 0;
describe('hooks', () => {
  it('is tried again', function () {
    this.retries(2);
    assert.ok(++tries > 1);
  });
  it('sees the hook', function () { assert.ok(this.started); });
  it.skip('is not run', () => { throw new Error('not run'); });
});
