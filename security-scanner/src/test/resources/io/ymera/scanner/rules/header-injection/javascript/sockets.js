const http = require('http');
const server = http.createServer((req, res) => res.end());
server.on('upgrade', (req, socket) => {
  socket.write('HTTP/1.1 101 Switching\r\nX-Topic: ' + decodeURIComponent(req.url) + '\r\n\r\n'); // finding: header-injection
  socket.end('HTTP/1.1 101 Switching\r\nX-Topic: ' + encodeURIComponent(req.url) + '\r\n\r\n');
});
