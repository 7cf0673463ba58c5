test('right', () => expect(1 + 1).toBe(2));
test('wrong', () => {
  expect(1 + 1).toBe(3);
});
