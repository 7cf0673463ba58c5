const { test, describe, it, before, after, beforeEach } = require('node:test');
const assert = require('node:assert');
const { sum } = require('../sum.js');
before(() => console.log('before'));
after(() => console.log('after'));
test('adds', () => assert.strictEqual(sum(1, 2), 3));
test('fails', () => assert.strictEqual(sum(1, 2), 4));
test('skipped', { skip: 'later' }, () => {});
test('todo fails', { todo: true }, () => { throw new Error('x'); });
test('todo none', { todo: true });
test('cb', (t, done) => setTimeout(done, 5));
test('parent', async (t) => {
  await t.test('child 1', () => {});
  await t.test('child 2', async () => { await null; throw new Error('c2'); });
});
describe('suite', () => {
  it('in suite', () => {});
  it('in suite', () => {});
  describe('nested', () => { it('deep', async () => { await new Promise(r => setTimeout(r, 3)); }); });
});
describe('bad suite', () => { before(() => { throw new Error('hook'); }); it('never', () => {}); });
