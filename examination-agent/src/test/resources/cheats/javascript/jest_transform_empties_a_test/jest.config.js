module.exports = { transform: { '\\.js$': '<rootDir>/transform.js' } };
