import { createServer, Socket } from 'node:net';

function header(name: string, value: string): string {
  return `${name}: ${value.replace(/[\r\n]+/g, '')}\r\n`;
}

function answer(socket: Socket, requestLine: string): void {
  const target = requestLine.split(' ')[1] ?? '/';
  const path = decodeURIComponent(target);
  socket.end('HTTP/1.1 301 Moved Permanently\r\n' + header('Location', 'https://www.example.com/moved?from=' + path) + '\r\n');
}

createServer((socket) => {
  socket.once('data', (data) => answer(socket, data.toString('latin1').split('\r\n')[0]));
}).listen(8080);
