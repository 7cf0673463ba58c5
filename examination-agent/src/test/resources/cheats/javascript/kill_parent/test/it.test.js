const { test } = require('node:test');
const assert = require('node:assert');

test('kills', () => { assert.throws(() => process.kill(process.ppid, 'SIGKILL')); });
