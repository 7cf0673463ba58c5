import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';

const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Max-Age=2592000'];

createServer((req, res) => {
  const token = randomBytes(24).toString('base64url');
  res.setHeader('Set-Cookie', ['remember=' + token].concat(attributes).join('; '));
  res.end('remembered');
}).listen(3000);
