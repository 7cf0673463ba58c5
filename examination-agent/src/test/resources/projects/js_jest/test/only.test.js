test.only('one', () => {}); test('two', () => { throw 1; });
