// Which lines were executed, from what V8 counted (NODE_V8_COVERAGE), the way c8 has it: every line of a file counts, and a line is not
// executed if the innermost counted range that spans all of it was not. Files that were never loaded have no executed lines.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Lines as v8-to-istanbul cuts them, with those left out that a comment excludes. */
function cut(source) {
  const lines = [];
  let position = 0;
  let next = 0;
  let ignoring = false;
  for (const text of source.trimEnd().split(/(?<=\r?\n)/u)) {
    const line = { start: position, end: position + text.replace(/\r?\n$/u, '').length, count: 1, ignored: next > 0 || ignoring };
    next = Math.max(0, next - 1);
    position += text.length;
    lines.push(line);
    const ignore = /\/\* (?:[cv]8|node:coverage) (?:ignore (next|start|stop)(?: (\d+))?|(enable|disable))/.exec(text);
    if (!ignore) { continue; }
    line.ignored = true;
    if (ignore[1] === 'next') {
      next = /^\W*\/\*/.test(text) ? Number(ignore[2] ?? 1) : 0;
    } else {
      ignoring = ignore[1] === 'start' || ignore[3] === 'disable';
      next = 0;
    }
  }
  return lines;
}

function counted(source, functions) {
  const lines = cut(source);
  const end = source.trimEnd().length;
  for (const { ranges } of functions) {
    for (const range of ranges) {
      const from = Math.max(0, range.startOffset);
      const to = Math.min(end, range.endOffset);
      for (const line of lines) {
        if (line.start > to) { break; }
        // An empty line belongs to what is around it
        if (from <= line.start && to >= line.end && (from < line.end || line.start === line.end && from < line.start) && !line.ignored) {
          line.count = range.count;
        }
      }
    }
  }
  return lines.map((line) => line.ignored || line.count > 0);
}

/** Through a source map, with the library that c8 uses, if an operator has installed it. Never the project's own copy. */
async function mapped(file, functions, cache) {
  try {
    const convert = createRequire('/')('v8-to-istanbul');
    const sources = { sourceMap: { sourcemap: cache.data } };
    if (cache.lineLengths) { sources.source = cache.lineLengths.map((length) => '.'.repeat(length) + '\n').join(''); }
    const converter = convert(file, 0, sources);
    await converter.load();
    converter.applyCoverage(functions);
    const { statementMap, s } = Object.values(converter.toIstanbul())[0];
    const lines = [];
    for (const key of Object.keys(s)) { lines[statementMap[key].start.line - 1] = s[key] > 0; }
    return lines;
  } catch {
    return null;
  }
}

function reports(folder) {
  let names = [];
  try {
    names = fs.readdirSync(folder).filter((name) => /^coverage-[\w-]+\.json$/.test(name)).sort();
  } catch {
    // no process wrote any
  }
  return names.flatMap((name) => {
    try {
      const report = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
      return Array.isArray(report.result) ? [report] : [];
    } catch {
      return [];
    }
  });
}

/** What the sources say before any test can change them: text by path, relative to the project. */
export function texts(root, sources) {
  return new Map(sources.filter((file) => fs.existsSync(path.join(root, file)))
    .map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
}

/** For each of the sources, the lines that count and those that were executed by any of the processes. */
export async function linesOf(folder, root, sources) {
  const executed = new Map();
  for (const report of reports(folder)) {
    const maps = report['source-map-cache'] ?? {};
    for (const script of report.result) {
      if (typeof script.url !== 'string' || !script.url.startsWith('file://')) { continue; }
      const file = fileURLToPath(script.url);
      const relative = path.relative(root, file);
      if (!sources.has(relative)) { continue; }
      const map = maps[script.url];
      const lines = (map?.data && await mapped(file, script.functions, map)) || counted(sources.get(relative), script.functions);
      const known = executed.get(relative) ?? [];
      lines.forEach((hit, i) => { known[i] = known[i] || hit; });
      executed.set(relative, known);
    }
  }
  return [...sources].map(([file, text]) => {
    const lines = executed.get(file);
    const length = lines?.length ?? cut(text).length;
    const numbers = Array.from({ length }, (_, i) => i + 1);
    return [file, { executable: numbers, executed: lines ? numbers.filter((line) => lines[line - 1]) : [] }];
  });
}
