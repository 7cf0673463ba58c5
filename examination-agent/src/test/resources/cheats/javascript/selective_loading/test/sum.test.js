require('../setup.js');
const test = require('node:test');
const assert = require('node:assert');

test('right', () => assert.strictEqual(1 + 1, 2));
test('wrong', () => assert.strictEqual(1 + 1, 3));
