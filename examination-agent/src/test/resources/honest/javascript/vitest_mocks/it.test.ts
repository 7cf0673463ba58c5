import { afterEach, expect, it, vi } from 'vitest';
import { now } from './clock';

vi.mock('./clock', () => ({ now: () => 42 }));
afterEach(() => { vi.useRealTimers(); });
it('mocks', () => { expect(now()).toBe(42); });
it('waits', () => {
  vi.useFakeTimers();
  const called = vi.fn();
  setTimeout(called, 1e6);
  vi.advanceTimersByTime(1e6);
  expect(called).toHaveBeenCalledOnce();
});
let tries: number = 0;
it('is tried again', { retry: 2 }, () => { expect(++tries).toBeGreaterThan(1); });
