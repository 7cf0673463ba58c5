const assert = require('node:assert');

const shared = (name) => {
  it('is shared', () => assert.ok(name));
};

describe('names', function () {
  this.timeout(2000);
  shared('a');
  ['a', 'b'].forEach((name) => it(`has ${name}`, () => assert.ok(name)));
  it('is slow', () => {}).timeout(3000);
  it('is pending');
  xit('is not wanted', () => assert.fail());
  context('in a context', () => {
    specify('is specified', () => {});
    describe('skipped by its hook', () => {
      before(function () { this.skip(); });
      it('never', () => assert.fail());
    });
  });
  describe.skip('skipped', () => {
    it('never', () => assert.fail());
  });
  if (!globalThis.prepared) {
    return;
  }
  it('is prepared', () => {});
});
