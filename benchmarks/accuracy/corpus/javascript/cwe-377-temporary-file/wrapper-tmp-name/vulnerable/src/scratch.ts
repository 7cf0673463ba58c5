import { closeSync, openSync, writeSync } from 'node:fs';
import tmp from 'tmp';

function scratch(): { name: string; fd: number } {
  const name = tmp.tmpNameSync({ prefix: 'import-' });
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
