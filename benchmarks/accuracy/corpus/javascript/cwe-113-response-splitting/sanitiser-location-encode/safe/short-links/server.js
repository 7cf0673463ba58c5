'use strict';

const net = require('node:net');
const { lookup } = require('./links');

const HOST = 'https://docs.example.org';

function respond(socket, status, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status}`, ...lines, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'));
}

/** The embedded box has no room for the http module's buffers, so requests are read by hand. */
function handle(socket, head) {
  const match = /^GET (\/\S*) HTTP\/1\.[01]\r\n/.exec(head);
  if (!match) return respond(socket, '405 Method Not Allowed', { Allow: 'GET' });

  let pathname;
  try {
    pathname = decodeURIComponent(match[1]);
  } catch {
    return respond(socket, '400 Bad Request', {});
  }

  const [, code, ...rest] = pathname.split('/');
  const base = lookup(code);
  if (!base) return respond(socket, '404 Not Found', {});

  const suffix = rest.map(encodeURIComponent).join('/');
  return respond(socket, '302 Found', { Location: `${HOST}/${base}/${suffix}` });
}

const server = net.createServer((socket) => {
  let head = '';
  socket.setTimeout(5000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    head += chunk.toString('latin1');
    if (head.length > 8192) return socket.destroy();
    if (head.includes('\r\n\r\n')) handle(socket, head);
    return undefined;
  });
});

server.listen(8088);
