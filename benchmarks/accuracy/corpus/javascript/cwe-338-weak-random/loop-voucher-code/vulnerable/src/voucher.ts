import { randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function voucherCode(length = 16): string {
  let code = '';
  for (let i = 0; i < length; i++) {
    code += LETTERS[Math.floor(Math.random() * LETTERS.length)];
  }
  return code;
}

export function jitter(ms: number): number {
  return ms + randomInt(100);
}
