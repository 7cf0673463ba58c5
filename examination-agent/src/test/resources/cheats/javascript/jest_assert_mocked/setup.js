jest.mock('node:assert', () => ({ strictEqual() {} }));
