import net from 'node:net';
import { parse } from 'node:url';

const TOKEN = /^[\w-]+/;

export function tunnel(req, socket) {
  const { query } = parse(req.url, true);
  if (!TOKEN.test(query.layout)) {
    socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    return;
  }
  const upstream = net.connect(9000, '127.0.0.1', () => {
    socket.write(`HTTP/1.1 200 OK\r\nSet-Cookie: layout=${query.layout}; HttpOnly; Secure; SameSite=Strict\r\n\r\n`);
    upstream.pipe(socket);
    socket.pipe(upstream);
  });
}
