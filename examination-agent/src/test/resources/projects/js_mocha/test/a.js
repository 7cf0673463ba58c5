const assert = require('assert'); const {sum}=require('../sum.js');
describe('sum', () => {
  it('adds', () => assert.equal(sum(1,2),3));
  it('fails', () => assert.equal(sum(1,2),4));
  it('async fails', async () => { await null; throw new Error('later'); });
  it('done', (done) => setTimeout(done, 2));
  it('done err', (done) => setTimeout(() => done(new Error('d')), 2));
  it.skip('skipped', () => {}); it('pending');
  it('skips itself', function () { this.skip(); });
  describe('nested', () => { beforeEach(() => {}); it('x', () => {}); it('x', () => {}); });
  describe('bad hook', () => { before(() => { throw new Error('hook'); }); it('never', () => {}); });
  let n = 0;
  it('retried', function () { this.retries(2); if (n++ < 1) throw new Error('flaky'); });
});
