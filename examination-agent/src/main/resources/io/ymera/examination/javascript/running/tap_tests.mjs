// Runs one file of tap tests, as `node FILE` does. Tap counts assertions, and so does this: it listens to the results inside the
// process, not to the text on standard output, which tests can write to as well.

import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ways = globalThis.__ymera_take();
const { job, now, describe, integrity } = ways;
const [failsPlainly, failsByFramework, raises, passes] = job.controls;
const require = createRequire(path.join(job.root, 'package.json'));
const named = ways.naming();
const setTimer = setTimeout;

process.env.TAP_TIMEOUT ??= '0';
// The copy that the file itself will get, as a module or as CommonJS: they share one root
const exported = require('tap');
const tap = exported.t ?? exported;
const { Test } = exported;
integrity.remember('tap Test', Test.prototype, true);

const DECISIVE = ['ok', 'notOk', 'equal', 'not', 'same', 'notSame', 'strictSame', 'match', 'notMatch', 'has', 'hasStrict', 'throws',
  'doesNotThrow', 'rejects', 'resolves', 'resolveMatch', 'error', 'type', 'fail', 'test', 'plan', 'end', 'bailout'];
const before = DECISIVE.map((name) => tap[name]);
let told = false;
function check() {
  integrity.check();
  for (let i = 0; i < before.length && !told; i++) {
    if (tap[DECISIVE[i]] !== before[i] || exported[DECISIVE[i]] !== before[i]) {
      told = true;
      ways.incident('altered_framework', 'tap\'s ' + DECISIVE[i] + ' is not what it was before the tests');
    }
  }
}

/** Runs controls under a root of their own: the project's may have a plan, or may be at its end. */
function controls(tests) {
  return new Promise((resolve) => {
    const root = new Test({ name: 'controls' });
    const outcomes = new Map(tests.map(([name]) => [name, 'missing']));
    root.on('assert', (result) => {
      const name = tests.map(([each]) => each).find((each) => result.fullname.includes(each));
      if (name !== undefined && outcomes.get(name) !== 'failed') { outcomes.set(name, result.ok ? 'passed' : 'failed'); }
    });
    root.on('complete', () => {
      for (const [name, outcome] of outcomes) { ways.control(name, outcome); }
      resolve();
    });
    for (const [name, fn] of tests) { root.test(name, fn); }
    root.end();
    root.resume();
  });
}

await controls([[raises, async () => { throw new Error(raises); }], [passes, async (t) => { t.pass(passes); }]]);

/** As a person wrote it: in names of what is around an assertion, TAP has # and \\ escaped. */
const idOf = (name) => job.file + ' > ' + name.replace(/^TAP > /, '').replace(/\\([#\\])/g, '$1').replace(/\s*\n\s*/g, ' ').trim();
let began = now();
tap.on('subtestStart', (test) => {
  const id = idOf(test.name);
  if (ways.excluded(id, job.file) && 'cb' in test) {
    test.cb = (t) => t.end();
    return;
  }
  began = now();
  // What counts are its assertions: with a name only it is none of the tests that must be told of
  ways.phase(id);
});
let count = 0;
tap.on('assert', (result) => {
  const id = named(idOf(result.fullname));
  count++;
  check();
  if (ways.excluded(id, job.file)) { return; }
  const seconds = now() - began;
  began = now();
  if (result.skip) {
    ways.test(id, 'skipped', seconds, typeof result.skip === 'string' ? result.skip : null);
  } else if (result.todo) {
    ways.test(id, result.ok ? 'xpassed' : 'xfailed', seconds, typeof result.todo === 'string' ? result.todo : 'todo');
  } else {
    ways.test(id, result.ok ? 'passed' : 'failed', seconds, result.ok ? null : describe(result.diag ?? result.name));
  }
});
tap.on('complete', () => {
  controls([
    [failsPlainly, async (t) => { t.fail(failsPlainly); }],
    [failsByFramework, async (t) => { t.equal(1, 2, failsByFramework); }],
  ]).then(() => {
    if (count === 0 && (job.only ?? null) === null) { ways.test(job.file, 'error', 0, 'no assertion was made', false); }
    ways.done();
  });
});
process.argv[1] = path.resolve(job.root, job.file);
try {
  await import(pathToFileURL(process.argv[1]).href);
} catch (error) {
  ways.test(job.file, 'error', 0, describe(error), false);
  ways.files(0);
  ways.done();
}
// A file that never used tap has nothing that would end
process.on('beforeExit', () => {
  if (count === 0) { setTimer(() => tap.end(), 0); }
});
