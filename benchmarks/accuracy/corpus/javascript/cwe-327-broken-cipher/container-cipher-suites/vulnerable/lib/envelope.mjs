import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const SUITES = [
  { id: 1, name: 'des-ede3-cbc', key: 24, iv: 8, tag: 0 },
  { id: 2, name: 'aes-256-gcm', key: 32, iv: 12, tag: 16 },
];

const [current] = SUITES;

function keyFor(suite, master) {
  if (master.length < suite.key) throw new RangeError('master key is too short');
  return master.subarray(0, suite.key);
}

export function seal(text, master) {
  const iv = randomBytes(current.iv);
  const cipher = createCipheriv(current.name, keyFor(current, master), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const tag = current.tag ? cipher.getAuthTag() : Buffer.alloc(0);
  return Buffer.concat([Buffer.of(current.id), iv, tag, body]).toString('base64url');
}

export function open(sealed, master) {
  const data = Buffer.from(sealed, 'base64url');
  const suite = current.id === data[0] ? current : null;
  if (!suite) throw new Error('unknown envelope');

  const iv = data.subarray(1, 1 + suite.iv);
  const tag = data.subarray(1 + suite.iv, 1 + suite.iv + suite.tag);
  if (tag.length !== suite.tag) throw new Error('envelope is cut off');
  const decipher = createDecipheriv(suite.name, keyFor(suite, master), iv);
  if (suite.tag) decipher.setAuthTag(tag);
  return decipher.update(data.subarray(1 + suite.iv + suite.tag), undefined, 'utf8') + decipher.final('utf8');
}
