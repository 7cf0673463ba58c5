import test from 'node:test';
import assert from 'node:assert/strict';
await test('awaited', () => {});
test('rejects later', async () => { Promise.reject(new Error('unhandled')); await new Promise(r => setTimeout(r, 10)); });
