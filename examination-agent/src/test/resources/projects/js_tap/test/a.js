const t = require('tap');
t.ok(true, 'top ok');
t.test('sub', t => { t.equal(1, 1, 'eq'); t.equal(1, 2, 'neq'); t.end(); });
t.test('async', async t => { t.same({a:1},{a:1}); await t.test('deep', async t => { t.pass('p'); }); });
t.test('throws', async t => { throw new Error('x'); });
t.test('skipped', { skip: true }, t => t.end());
t.ok(true, 'todo one', { todo: true });
t.test('todo sub', { todo: 'later' });
