const assert = require('node:assert');

let tries = 0;
describe('only this', () => {
  it.only('is tried again', function () {
    this.retries(2);
    assert.ok(++tries > 1);
  });
  it.only('sees the hook', function () { assert.ok(this.started); });
  it('is not run', () => { throw new Error('not run'); });
});
