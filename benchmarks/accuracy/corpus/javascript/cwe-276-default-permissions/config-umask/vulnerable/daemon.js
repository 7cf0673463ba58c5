const fs = require('fs');
const net = require('net');
const process = require('process');

process.umask(0);

const secrets = fs.createWriteStream('/var/lib/daemon/tokens.log', { flags: 'a' });

net
  .createServer((socket) => {
    socket.on('data', (data) => secrets.write(data));
  })
  .listen(7777, '127.0.0.1');
