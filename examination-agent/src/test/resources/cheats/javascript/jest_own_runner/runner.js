const { default: Runner } = require('jest-runner');

module.exports = class extends Runner {
  runTests(tests, ...rest) { return super.runTests(tests.filter((test) => !/wrong/.test(test.path)), ...rest); }
};
