import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const digest = (text) => createHmac('sha256', process.env.LINK_KEY).update(text).digest();

export function sign(path) {
  return `${path}?sig=${digest(path).toString('base64url')}`;
}

export function verify(path, sig) {
  const given = Buffer.from(String(sig), 'base64url');
  const wanted = digest(path);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const etag = (body) => createHash('sha256').update(body).digest('base64url');
