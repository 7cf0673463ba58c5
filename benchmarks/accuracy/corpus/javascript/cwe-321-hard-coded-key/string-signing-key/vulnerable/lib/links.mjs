import { createHmac } from 'node:crypto';

const KEY = Buffer.from('c2lnbi1saW5r' + 'cy1zaW5jZS0yMDE3', 'base64');

const mac = (text) => createHmac('sha256', KEY).update(text).digest('base64url');

export function signed(path, expires) {
  const text = `${path}?expires=${expires}`;
  return `${text}&sig=${mac(text)}`;
}
