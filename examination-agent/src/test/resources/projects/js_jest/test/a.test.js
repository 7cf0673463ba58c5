const {sum}=require('../sum.js');
describe('sum', () => {
  it('adds', () => expect(sum(1,2)).toBe(3));
  it('fails', () => expect(sum(1,2)).toBe(4));
  it('async fails', async () => { await null; throw new Error('later'); });
  it('done', (done) => { setTimeout(done, 2); });
  it.skip('skipped', () => {}); it.todo('later');
  it.failing('xfail', () => { throw new Error('known'); });
  test.each([[1,1],[2,3]])('each %i', (a, b) => { expect(a).toBe(b); });
  describe('nested', () => { beforeEach(() => {}); it('x', () => {}); it('x', () => {}); });
  describe('bad hook', () => { beforeAll(() => { throw new Error('hook'); }); it('never', () => {}); });
});
