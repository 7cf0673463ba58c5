import { test } from 'vitest';

test('needs a browser', () => { throw new Error(); });
