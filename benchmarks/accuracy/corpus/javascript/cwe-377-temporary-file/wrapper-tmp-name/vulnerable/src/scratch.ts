import { closeSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function scratch(): { name: string; fd: number } {
  const name = join(tmpdir(), 'import-rows.tmp');
  return { name, fd: openSync(name, 'w') };
}

export function dump(rows: string[]): string {
  const { name, fd } = scratch();
  for (const row of rows) {
    writeSync(fd, row + '\n');
  }
  closeSync(fd);
  return name;
}
