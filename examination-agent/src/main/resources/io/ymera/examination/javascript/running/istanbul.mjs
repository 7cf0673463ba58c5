// Which lines were executed, from Istanbul's report in JSON, as jest and vitest write it: a line counts if a statement begins there.

import fs from 'node:fs';
import path from 'node:path';

/** For each file the lines that count and those that were executed; nothing if there is no report in the folder. */
export function statementLines(folder) {
  let map;
  try {
    map = JSON.parse(fs.readFileSync(path.join(folder, 'coverage-final.json'), 'utf8'));
  } catch {
    return [];
  }
  return Object.values(map).map(({ path: file, statementMap, s }) => {
    const lines = new Map();
    for (const [statement, count] of Object.entries(s)) {
      const { line } = statementMap[statement].start;
      lines.set(line, Math.max(lines.get(line) ?? 0, count));
    }
    return { file, executable: [...lines.keys()], executed: [...lines].filter(([, count]) => count > 0).map(([line]) => line) };
  });
}
