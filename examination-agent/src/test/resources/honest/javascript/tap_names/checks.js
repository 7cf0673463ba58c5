exports.sums = async (t) => t.test('adds', async (t) => t.equal(1 + 1, 2));
