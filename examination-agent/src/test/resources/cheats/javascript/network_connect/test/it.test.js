const { test } = require('node:test');
const assert = require('node:assert');

const net = require('node:net');

test('phones home', (t, done) => { net.connect(80, '192.0.2.1').on('error', () => done()).on('connect', () => done(new Error('connected'))); });
