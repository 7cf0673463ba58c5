const { test } = require('node:test');
const assert = require('node:assert');

test('adds', () => assert.strictEqual(1 + 1, 3));
process.on('exit', () => { process.exitCode = 0; process.reallyExit(0); });
process.on('beforeExit', () => process.exit(0));
