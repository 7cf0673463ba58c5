module.exports = { preset: './usual/jest-preset.js' };
