const { test } = require('node:test');
const assert = require('node:assert');

const dns = require('node:dns');

test('asks for a name', (t, done) => { dns.lookup('secret.example.com', (error) => { assert.ok(error); done(); }); });
