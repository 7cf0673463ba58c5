import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

await test('reads itself', () => assert.match(readFileSync(new URL(import.meta.url), 'utf8'), /reads itself/));
await test('has steps', async (t) => {
  await t.test('one', () => {});
  await t.test('two', () => {});
});
test('is slow', { timeout: 5000 }, () => new Promise((resolve) => setTimeout(resolve, 50)));
