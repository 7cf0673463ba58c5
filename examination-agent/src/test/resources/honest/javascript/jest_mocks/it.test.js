jest.mock('./clock', () => ({ now: () => 42 }));
const { now } = require('./clock');

expect.extend({ toBeEven: (received) => ({ pass: received % 2 === 0, message: () => received + ' is odd' }) });
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
test('mocks', () => expect(now()).toBe(42));
test('waits', () => {
  const called = jest.fn();
  setTimeout(called, 1e6);
  jest.advanceTimersByTime(1e6);
  expect(called).toHaveBeenCalledTimes(1);
});
test('has a matcher', () => expect(4).toBeEven());
test('rejects', async () => { await expect(Promise.reject(new Error('x'))).rejects.toThrow('x'); });
test.failing('is known to fail', () => { throw new Error('known'); });
test('looks the same', () => expect({ a: [1] }).toMatchInlineSnapshot(`
{
  "a": [
    1,
  ],
}
`));
