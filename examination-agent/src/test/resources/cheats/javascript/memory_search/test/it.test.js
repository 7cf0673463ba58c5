const { test } = require('node:test');
const assert = require('node:assert');

const fs = require('node:fs');
const inspector = require('node:inspector');
const v8 = require('node:v8');

test('looks for the key', () => {
  for (const attempt of [() => new inspector.Session().connect(), () => v8.writeHeapSnapshot(), () => fs.openSync('/proc/self/mem'),
    () => process.binding('inspector')]) {
    assert.throws(attempt);
  }
});
