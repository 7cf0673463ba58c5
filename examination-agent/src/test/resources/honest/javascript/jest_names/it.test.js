const { each, table } = require('./helper.js');

class Sum {}
const kind = 'any';

describe(Sum, () => {
  test('of nothing', () => expect(0).toBe(0));
});

describe.each([['one', 1], ['two', 2]])('number %s', (name, number) => {
  test(`is ${kind}`, () => expect(number).toBeGreaterThan(0));
  test.each`
    a | b
    ${1} | ${1}
    ${2} | ${2}
  `('$a is $b', ({ a, b }) => expect(a).toBe(b));
});

test.each([{ a: 1 }, { a: 2 }])('object $a', ({ a }) => expect(a).toBeGreaterThan(0));
test('joined ' + 'name', () => {});
test('joined ' + kind, () => {});
test.skip('skipped', () => { throw new Error(); });
test.todo('later');
describe.skip('skipped suite', () => {
  test('in it', () => { throw new Error(); });
});
each('from a helper', () => {});
for (const name of ['a', 'b']) {
  test('in a loop ' + name, () => {});
}
table.forEach((row) => test('in a table ' + row, () => {}));
if (process.platform === 'surely not') {
  test('elsewhere', () => { throw new Error(); });
}
(process.env.NEVER_SET_BY_ANYBODY ? test : test.skip)('with a server', () => { throw new Error(); });
(function around() {
  test('in a function that is called at once', () => {});
})();
test('  spaces around  ', () => {});
test('twice', () => {});
test('twice', () => {});
test('many\nlines', () => {});
