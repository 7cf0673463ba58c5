import { createCipheriv, randomBytes } from 'crypto';

export interface Envelope {
  version: number;
  iv: string;
  body: string;
  tag?: string;
}

export function envelope(key: Buffer, text: string, version: number): Envelope {
  const iv = randomBytes(12);
  if (version < 2) {
    throw new RangeError('clients of version 1 are not served');
  }
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
  return { version, iv: iv.toString('base64'), body, tag: cipher.getAuthTag().toString('base64') };
}
