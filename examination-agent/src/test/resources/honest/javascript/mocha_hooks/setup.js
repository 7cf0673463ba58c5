const assert = require('node:assert');

exports.mochaHooks = {
  beforeEach() { this.started = true; },
  afterEach() { assert.ok(this.currentTest.title); },
};
