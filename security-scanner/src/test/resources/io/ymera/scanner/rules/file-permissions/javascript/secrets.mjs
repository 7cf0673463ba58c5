import fs from 'node:fs';
import net from 'node:net';
export function keep(file, credentials, privateKey) {
  fs.writeFileSync(file, JSON.stringify(credentials)); // finding: file-permissions
  fs.writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  fs.writeFileSync(file, privateKey, 'utf8'); // finding: file-permissions
  const fd = fs.openSync(file, 'w');
  fs.writeSync(fd, JSON.stringify(credentials)); // finding: file-permissions
  const own = fs.openSync(file, 'w', 0o600);
  fs.writeSync(own, JSON.stringify(credentials));
  net.createServer().listen({ path: '/run/a.sock', readableAll: true }); // finding: file-permissions
  net.createServer().listen({ path: '/run/a.sock' });
}
