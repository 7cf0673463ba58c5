const { test } = require('tap');

test('in another folder', async (t) => t.pass());
