import assert from 'node:assert';
it('esm', () => assert.ok(true));
