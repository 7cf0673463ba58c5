const http = require('http');

const server = http.createServer((req, res) => res.end('use an upgrade'));

server.on('upgrade', (req, socket) => {
  const topic = new URL(req.url, 'http://localhost').searchParams.get('topic') || 'news';
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\n' +
      'Upgrade: feed\r\n' +
      'Connection: Upgrade\r\n' +
      'X-Topic: ' + topic + '\r\n\r\n',
  );
  socket.end();
});

server.listen(3000);
