import seedrandom from 'seedrandom';

const next = seedrandom(String(Date.now()));

export function randomText(length: number): string {
  return Array.from({ length }, () => Math.floor(next() * 36).toString(36)).join('');
}
