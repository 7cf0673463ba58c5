const { test } = require('node:test'); const l = require('../lib.js');
test('area', () => { new l.Shape(2).area(); l.pick(1); l.pick(7); });
