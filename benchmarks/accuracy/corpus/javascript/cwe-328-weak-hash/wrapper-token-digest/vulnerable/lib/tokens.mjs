import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text) => createHash('sha1').update(process.env.LINK_KEY + text).digest();

export function sign(path) {
  return `${path}?sig=${digest(path).toString('base64url')}`;
}

export function verify(path, sig) {
  const given = Buffer.from(String(sig), 'base64url');
  const wanted = digest(path);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const etag = (body) => createHash('sha256').update(body).digest('base64url');
