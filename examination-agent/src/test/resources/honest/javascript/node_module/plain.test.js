import assert from 'node:assert';

assert.ok(import.meta.url);
