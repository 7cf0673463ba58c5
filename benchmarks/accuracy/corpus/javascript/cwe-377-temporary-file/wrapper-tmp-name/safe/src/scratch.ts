import { closeSync, writeSync } from 'node:fs';
import tmp from 'tmp';

function scratch(): { name: string; fd: number } {
  const { name, fd } = tmp.fileSync({ prefix: 'import-', discardDescriptor: false });
  return { name, fd };
}

export function dump(rows: string[]): string {
  const { name, fd } = scratch();
  for (const row of rows) {
    writeSync(fd, row + '\n');
  }
  closeSync(fd);
  return name;
}
