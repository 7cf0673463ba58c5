import { createHmac } from 'node:crypto';

const KEY = Buffer.from(process.env['LINK_' + 'KEY'], 'base64');

const mac = (text) => createHmac('sha256', KEY).update(text).digest('base64url');

export function signed(path, expires) {
  const text = `${path}?expires=${expires}`;
  return `${text}&sig=${mac(text)}`;
}
