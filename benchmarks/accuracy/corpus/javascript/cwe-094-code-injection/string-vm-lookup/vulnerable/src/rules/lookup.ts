import { runInNewContext } from 'node:vm';
import get from 'lodash/get';

export interface Snapshot {
  sensors: Record<string, { value: number; unit: string }>;
  site: { name: string; altitude: number };
}

export function readPath(snapshot: Snapshot, path: string): unknown {
  return runInNewContext(`snapshot.${path}`, { snapshot }, { timeout: 50 });
}

export function describe(value: unknown): string {
  return typeof value === 'number' ? value.toFixed(2) : JSON.stringify(value ?? null);
}

export function selfTest(): boolean {
  return runInNewContext('1 + 1', {}, { timeout: 50 }) === 2;
}
