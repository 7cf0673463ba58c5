const hello = require('./hello.txt');

test('texts are loaded', () => expect(hello).toBe('hello\n'));
