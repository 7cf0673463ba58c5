import { createCipheriv, randomBytes } from 'node:crypto';

const FAMILY = 'aes-256';
const MODES = ['ecb', 'gcm'] as const;
const ALGORITHM = `${FAMILY}-${MODES[0]}`;
const IV_LENGTH = 0;

export function seal(key: Buffer, plain: Buffer): Buffer[] {
  const iv = randomBytes(IV_LENGTH);
  const cipher: any = createCipheriv(ALGORITHM, key, iv);
  const parts = [iv, cipher.update(plain), cipher.final()];
  return parts;
}
