// Lists the tests that JavaScript and TypeScript files declare, from their syntax: nothing of the project is run, and its configuration
// is read as text. Told on standard input: root, files, modules, framework and the script of npm test. Prints one JSON object.
//
// A test has path, line, id (as the framework's runner here names it; ANY stands for what is not written in the source), also (what it
// may be called instead), overshadowed (another test of its file is marked .only) and why (what leaves it out, or null). What helpers and
// loops make is not listed. rewritten says where the project's own code makes another test of one, under its name.

import process from 'node:process';
import { declaredIn } from './declared_tests.mjs';
import { rewriters } from './rewriters.mjs';
import { ANY, files, framework, parse, textOf } from './sources.mjs';
import { CHOOSING } from './test_choice.mjs';

const MAX_TESTS = 50_000;
const NAME = 900;
const CONDITION = 'it is declared only under a condition that can\'t be read from its source';

const tests = [];
const why = CHOOSING[framework]?.();
let left = 0;

/** Tap writes names as TAP has them. */
function title(written) {
  const text = framework === 'tap' ? written.replace(/[\s#\\]+/g, ANY) : written;
  return text.length > NAME ? text.slice(0, NAME / 4) + ANY : text;
}

function add(test) {
  if (tests.length < MAX_TESTS) { tests.push({ also: [], overshadowed: false, why: null, ...test }); } else { left++; }
}

for (const file of why ? files : []) {
  const outside = why(file);
  if (outside === undefined || /\.d\.[cm]?ts$/.test(file)) { continue; }
  let found;
  try {
    found = declaredIn(parse(file, textOf(file)));
  } catch {
    // What can't be parsed here can't be loaded there, or is another language: something must be said of it
    add({ path: file, line: 1, id: file, also: [file + ' > ' + ANY], why: outside });
    continue;
  }
  for (const test of found) {
    const name = file + ' > ' + test.titles.map(title).join(' > ');
    add({
      path: file, line: test.line, id: name.length > NAME ? name.slice(0, NAME / 2) + ANY : name,
      overshadowed: found.only === true && !test.only && !test.marked && !test.skipped && ['jest', 'vitest'].includes(framework),
      why: outside ?? (test.skipped ? 'its suite is marked to be skipped' : test.conditional ? CONDITION : null),
    });
  }
  if (found.length === 0 && framework !== 'mocha') { add({ path: file, line: 1, id: file, also: [file + ' > ' + ANY], why: outside }); }
}
const rewritten = rewriters().map((name) => name + ' lets code of the project\'s own rewrite files while they are loaded: what its tests check'
  + ' need not be what their files say. Take a package for that, or let it have files without code only');
process.stdout.write(JSON.stringify({ tests, left, rewritten }));
