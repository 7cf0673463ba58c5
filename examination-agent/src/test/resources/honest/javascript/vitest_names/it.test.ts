import { describe, expect, it, test as base } from 'vitest';

const test = base.extend<{ value: number }>({ value: 3 });
const kind: string = 'any';

describe.each([{ name: 'one', number: 1 }, { name: 'two', number: 2 }])('number $name', ({ number }) => {
  it(`is ${kind}`, () => expect(number).toBeGreaterThan(0));
});
describe.skip('skipped suite', () => {
  it('in it', () => { throw new Error(); });
});
test('extended', ({ value }) => expect(value).toBe(3));
it.each([[1, 1], [2, 2]])('%i is %i', (a, b) => expect(a).toBe(b));
it.for([1, 2])('for %i', (a) => expect(a).toBeGreaterThan(0));
it.skipIf(kind === 'any')('skipped by a condition', () => { throw new Error(); });
it.runIf(kind === 'any')('run by a condition', () => {});
it.concurrent('at once', async () => {});
it('  spaces around  ', () => {});
it('skips itself', (context) => context.skip());
it('has options', { timeout: 1000, skip: false }, () => {});
