import { expect, test } from 'vitest';

test('wrong', () => {
  expect(1 + 1).toBe(3);
});
