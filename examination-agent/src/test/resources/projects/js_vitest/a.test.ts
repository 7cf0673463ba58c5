import { describe, it, expect, test, beforeAll } from 'vitest';
import { sum } from './sum';
describe('sum', () => {
  it('adds', () => { expect(sum(1, 2)).toBe(3); });
  it('fails', () => { expect(sum(1, 2)).toBe(4); });
  it.skip('skipped', () => {}); it.todo('later');
  it.fails('xfail', () => { throw new Error('known'); });
  test.each([[1,1],[2,3]])('each %i', (a, b) => { expect(a).toBe(b); });
  it('x', async () => { await null; }); it('x', () => {});
  let n = 0; it('retried', { retry: 2 }, () => { if (n++ < 1) throw new Error('flaky'); });
  describe('bad hook', () => { beforeAll(() => { throw new Error('hook'); }); it('never', () => {}); });
});
