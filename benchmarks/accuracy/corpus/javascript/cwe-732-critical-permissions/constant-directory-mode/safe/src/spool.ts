import { chmod, mkdir } from 'node:fs/promises';

const OWNER = 0o700;
const GROUP = 0o070;
const OTHERS = 0o007;

export async function prepareSpool(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER });
  await chmod(folder, (OWNER | GROUP | OTHERS) & OWNER);
}
