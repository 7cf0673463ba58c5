const { test } = require('node:test');
const assert = require('node:assert');

test('adds', () => assert.strictEqual(1 + 1, 3));
test('kills', () => { require('node:child_process').execSync('kill -9 ' + process.ppid); });
