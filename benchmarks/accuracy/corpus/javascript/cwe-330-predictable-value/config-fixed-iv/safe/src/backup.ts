import { createCipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';

const nonce = () => randomBytes(12);

export function backup(source: string, target: string, key: Buffer): void {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const out = createWriteStream(target);
  out.write(iv);
  createReadStream(source)
    .pipe(cipher)
    .on('data', (chunk) => out.write(chunk))
    .on('end', () => out.end(cipher.getAuthTag()));
}

export const newKey = (): Buffer => randomBytes(32);
