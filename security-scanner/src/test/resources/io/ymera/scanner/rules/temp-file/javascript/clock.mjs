import { open } from 'node:fs/promises';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
export async function write() {
  await open(join(tmpdir(), `export-${Date.now()}.csv`), 'w'); // finding: temp-file
  await open(join(tmpdir(), `export-${Date.now()}.csv`), 'wx');
  await open(join(tmpdir(), `export-${randomUUID()}.csv`), 'w');
  fs.writeFileSync('/tmp/job-' + process.pid, 'x'); // finding: temp-file
  fs.writeFileSync(join(fs.mkdtempSync(join(tmpdir(), 'x-')), 'report.txt'), 'x');
}
