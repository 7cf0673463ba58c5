const { defaults } = require('jest-config');

module.exports = {
  moduleFileExtensions: [...defaults.moduleFileExtensions, 'txt'],
  transform: { '\\.[jt]sx?$': ['babel-jest', {}], '\\.txt$': '<rootDir>/text.js' },
};
