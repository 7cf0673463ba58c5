import { randomInt } from 'crypto';

const next = () => randomInt(36);

export function randomText(length: number): string {
  return Array.from({ length }, () => next().toString(36)).join('');
}
