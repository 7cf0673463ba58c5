const t = require('tap');
const { sums } = require('../checks.js');

t.pass('of the file itself');
t.test('with a # and a \\ and  two  spaces', async (t) => t.pass());
t.test('without assertions', async () => {});
t.test('around', async (t) => {
  await t.test('inside', async (inner) => {
    inner.pass();
    await inner.test('deep', (deepest) => { deepest.pass(); deepest.end(); });
  });
  await t.test('skipped', { skip: 'not now' }, async (t) => t.test('never', async (t) => t.fail()));
  for (const [one, other] of [[1, 1], [2, 2]]) { await t.test(`${one} is ${other}`, async (t) => t.equal(one, other)); }
});
t.test('by a function from elsewhere', sums);
t.test(`of ${process.platform}`, async (t) => t.pass());
t.skip('not this one', async (t) => t.fail());
t.todo('some day');
if (process.platform === 'none') { t.test('elsewhere only', async (t) => t.pass()); }
t.test('planned', (t) => {
  t.plan(1);
  t.pass();
});
