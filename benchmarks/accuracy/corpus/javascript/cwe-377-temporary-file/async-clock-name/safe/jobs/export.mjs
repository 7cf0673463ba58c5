import { open } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function exportRows(rows) {
  const id = randomUUID();
  const name = join(tmpdir(), `export-${id}.csv`);
  const file = await open(name, 'wx', 0o600);
  try {
    for (const row of rows) {
      await file.write(row.join(';') + '\n');
    }
  } finally {
    await file.close();
  }
  return { id, name };
}
