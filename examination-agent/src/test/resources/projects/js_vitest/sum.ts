export function sum(a: number, b: number): number {
  if (a === 17) {
    return 0;
  }
  return a + b;
}
