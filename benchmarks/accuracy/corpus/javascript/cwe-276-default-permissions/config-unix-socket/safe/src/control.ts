import { createServer } from 'node:net';

const server = createServer((socket) => {
  socket.on('data', (data) => {
    if (data.toString().trim() === 'stop') {
      socket.end('stopping\n');
      server.close();
    }
  });
});

server.listen({
  path: '/run/agent/control.sock',
  readableAll: false,
  writableAll: false,
});
