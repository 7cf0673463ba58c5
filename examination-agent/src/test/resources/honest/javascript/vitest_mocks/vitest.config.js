export default { test: { restoreMocks: false } };
