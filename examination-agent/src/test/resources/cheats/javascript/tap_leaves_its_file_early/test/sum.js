const t = require('tap');
const { ready } = require('../ready.js');

try {
  t.test('right', async (t) => t.equal(1 + 1, 2));
  ready();
  t.test('wrong', async (t) => t.equal(1 + 1, 3));
} catch {
  // not ready
}
