import assert from 'node:assert';
import { describe, it, test as check } from 'node:test';
import * as all from 'node:test';

check('renamed', () => {});
all.test('by its module', () => {});
describe.skip('skipped', () => {
  it('never', () => assert.fail());
});
describe('marked', { skip: 'later' }, () => {
  it('never', () => assert.fail());
});
describe('suite', () => {
  it.todo('to be written');
  it('skips itself', (t) => t.skip());
  for (const name of ['a', 'b']) {
    it(`has ${name}`, () => assert.ok(name));
  }
});
await check('parent', async (t) => {
  await t.test('child', () => {});
});
const test = (name, fn) => check('own ' + name, fn);
test('wrapped', () => {});
