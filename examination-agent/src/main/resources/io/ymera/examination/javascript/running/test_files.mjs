// Which files hold tests, as the frameworks have it that are given one file at a time. Reads names and package.json, runs nothing.

import fs from 'node:fs';
import path from 'node:path';

/** What is running while a file is loaded, and when something ends it that is none of its tests. */
export const LOADING = ' (being loaded)';
export const OUTSIDE = ' (outside of its tests)';

/** Whether a file is not to be run again: an earlier process said what became of it, or was held up or ended by it. */
export function isOver(file, except) {
  return except.includes(file) || except.includes(file + LOADING) || except.includes(file + OUTSIDE);
}

const EXTENSION = process.features.typescript ? '\\.[cm]?[jt]s$' : '\\.[cm]?js$';
const TYPESCRIPT = '\\.[cm]?[jt]sx?$';

function walk(root, folder, found = []) {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) { walk(root, name, found); }
    } else if (entry.isFile()) {
      found.push(name);
    }
  }
  return found;
}

function sorted(files) {
  return [...new Set(files)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** As `node --test` without arguments. */
function nodes(files, extension) {
  const name = new RegExp('(?:^|/)(?:test|test-.+|.+[.\\-_]test)' + extension);
  const inTest = new RegExp('(?:^|/)test/(?:.*/)?[^/]+' + extension);
  return files.filter((file) => name.test(file) || inTest.test(file));
}

/** As `tap` without arguments. */
function taps(files) {
  const name = new RegExp('(?:^|/)(?:tests?|.+[.\\-](?:test|spec)s?)' + TYPESCRIPT);
  const inTest = new RegExp('(?:^|/)(?:tests?|__tests__)/(?:.*/)?[^/]+' + TYPESCRIPT);
  const others = /(?:^|\/)(?:fixtures?|tap-snapshots|\.tap)\//;
  return files.filter((file) => !others.test(file) && (name.test(file) || inTest.test(file)));
}

/** What a shell, or node from 21 on, makes of a pattern. */
export function glob(pattern) {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^}]*\}|[.+^$()|[\]\\]/g, (found) => {
    if (found === '**/') { return '(?:.*/)?'; }
    if (found === '**') { return '.*'; }
    if (found === '*') { return '[^/]*'; }
    if (found === '?') { return '[^/]'; }
    if (found[0] === '{') { return '(?:' + found.slice(1, -1).split(',').map((each) => each.replace(/[.+]/g, '\\$&')).join('|') + ')'; }
    return '\\' + found;
  });
  return new RegExp('^' + source + '$');
}

/** The arguments of the program in an npm script, options left out; of the first command that starts it. */
export function argumentsOf(script, program) {
  for (const command of script.split(/&&|\|\||;/)) {
    const words = command.trim().match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
    const at = words.findIndex((word) => word === program || word.endsWith('/' + program));
    if (at >= 0) { return words.slice(at + 1).map((word) => word.replace(/^(["'])(.*)\1$/, '$2')); }
  }
  return [];
}

/** All files below a folder, as paths relative to it, sorted; without node_modules and hidden folders. */
export function filesBelow(root) {
  return walk(root, '').map((file) => file.replace(/^\.\//, ''));
}

export function testFiles(root, framework, script) {
  const files = filesBelow(root);
  const program = framework === 'node' ? '--test' : framework;
  const named = argumentsOf(script, program).filter((word) => !word.startsWith('-'));
  const chosen = [];
  for (const word of named) {
    const clean = path.posix.normalize(word).replace(/\/$/, '');
    if (clean === '.') { continue; }
    const below = files.filter((file) => file.startsWith(clean + '/'));
    if (files.includes(clean)) {
      chosen.push(clean);
    } else if (below.length > 0) {
      chosen.push(...(framework === 'node' ? inFolder(below, clean) : below.filter((file) => new RegExp(TYPESCRIPT).test(file))));
    } else if (/[*?{]/.test(clean)) {
      const pattern = glob(clean);
      chosen.push(...files.filter((file) => pattern.test(file)));
    }
  }
  if (chosen.length > 0) { return sorted(chosen); }
  return sorted(framework === 'node' ? nodes(files, EXTENSION) : taps(files));
}

/** A folder that is named: tests below it by the same names; one that is called test, all of it. */
function inFolder(below, folder) {
  return path.posix.basename(folder) === 'test' ? below.filter((file) => new RegExp(EXTENSION).test(file)) : nodes(below, EXTENSION);
}
