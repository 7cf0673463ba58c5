// Runs one file of node:test tests, as `node FILE` does. An instance of the framework's Test class is what knows how a test ended;
// the class is found through async_hooks, as each test is an async resource of its own, and its decisive methods are remembered.

import { createHook } from 'node:async_hooks';
import assert from 'node:assert';
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { OUTSIDE } from './test_files.mjs';

const ways = globalThis.__ymera_take();
const { job, describe, integrity } = ways;
const [failsPlainly, failsByFramework, raises, passes] = job.controls;
const isControl = (name) => name === failsPlainly || name === failsByFramework || name === raises || name === passes;
const hasOwn = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
const get = Function.prototype.call.bind(WeakMap.prototype.get);
const set = Function.prototype.call.bind(WeakMap.prototype.set);
const apply = Reflect.apply;

const nothing = Function.prototype; // what node takes where a test has no function
const known = new WeakMap(); // what is known of a test, by its instance
const named = ways.naming();
let told = 0;
let failures = 0;
let root = null;

/** `FILE > suite > test`; what is there twice gets a number, in the order in which it is run. */
function idOf(instance) {
  let id = instance.name;
  for (let parent = instance.parent; parent && parent.parent; parent = parent.parent) { id = parent.name + ' > ' + id; }
  return named(job.file + ' > ' + id);
}

function begin(instance) {
  if (instance.hookType || !instance.parent || instance.reportedType === 'suite' || get(known, instance)) { return; }
  const control = isControl(instance.name) && instance.parent.parent === null;
  const facts = { __proto__: null, id: control ? instance.name : idOf(instance), control, raised: false, excluded: false };
  set(known, instance, facts);
  if (control) {
    return;
  }
  facts.excluded = ways.excluded(facts.id, job.file);
  if (facts.excluded) {
    instance.fn = () => {};
  } else if (!instance.skipped) {
    ways.running(facts.id);
    facts.empty = instance.fn === nothing;
    instance.fn = ways.watched(instance.fn, (error) => {
      facts.raised = true;
      facts.error = error;
    }, () => { facts.called = true; });
    facts.watched = true;
  }
}

function reported(instance) {
  if (instance.hookType || !instance.parent) { return; }
  const error = instance.passed ? null : instance.error?.cause ?? instance.error;
  if (instance.reportedType === 'suite') {
    told++;
    if (!instance.passed && instance.error?.failureType !== 'subtestsFailed' && !instance.isTodo) {
      failures++;
      ways.test(idOf(instance), 'error', 0, describe(error), false);
    }
    return;
  }
  let facts = get(known, instance);
  if (!facts) {
    // It never ran: cancelled with its parent, or begun after its parent was done
    facts = { __proto__: null, id: idOf(instance), control: false, raised: false, excluded: false };
    facts.excluded = ways.excluded(facts.id, job.file);
  }
  if (facts.control) {
    ways.control(facts.id, instance.passed ? 'passed' : 'failed');
    if (facts.id === failsByFramework) { ways.phase(job.file + OUTSIDE); }
    return;
  }
  told++;
  if (facts.excluded) { return; }
  integrity.check();
  tell(instance, facts, error);
  // A test around it goes on
  const outer = get(known, instance.parent);
  if (outer && !outer.excluded && !outer.control && !instance.parent.endTime) { ways.running(outer.id); }
}

function tell(instance, facts, error) {
  const seconds = instance.startTime && instance.endTime ? Number(instance.endTime - instance.startTime) / 1e9 : 0;
  if (instance.skipped) {
    ways.test(facts.id, 'skipped', seconds, instance.message ?? null);
  } else if (instance.isTodo && facts.empty) {
    ways.test(facts.id, 'skipped', seconds, 'todo');
  } else if (instance.isTodo) {
    ways.test(facts.id, instance.passed ? 'xpassed' : 'xfailed', seconds, instance.passed ? instance.message ?? 'todo' : describe(error));
  } else {
    if (instance.passed && facts.raised) {
      ways.incident('altered_outcome', facts.id + ' raised ' + describe(facts.error).slice(0, 200) + ', but is reported as passed');
    }
    if (instance.passed && facts.watched && !facts.empty && !facts.called) {
      ways.incident('altered_outcome', facts.id + ' is reported as passed, but its function was never called');
    }
    if (!instance.passed) { failures++; }
    ways.test(facts.id, instance.passed ? 'passed' : instance.cancelled ? 'error' : 'failed', seconds, instance.passed ? null : describe(error));
  }
}

/** Finds the framework's Test class by the first test that there is, and puts the witness into it. */
function install() {
  let found = null;
  const hook = createHook({
    init(id, type, trigger, resource) {
      if (type === 'Test' && found === null) { found = Object.getPrototypeOf(resource); }
    },
  });
  hook.enable();
  const first = test(raises, () => { throw new Error(raises); });
  hook.disable();
  while (found && !hasOwn(found, 'report')) { found = Object.getPrototypeOf(found); }
  if (!found || typeof found.run !== 'function') {
    process.stderr.write('The test runner of node ' + process.version + ' is not one that this agent knows\n');
    ways.exit(71);
  }
  const { run, report } = found;
  found.run = function (...args) {
    begin(this);
    return apply(run, this, args);
  };
  found.report = function (...args) {
    // The framework sets the status at each failure; those of the controls are not the project's
    const status = process.exitCode;
    const { harness } = this.root;
    const success = harness?.success;
    apply(report, this, args);
    if (get(known, this)?.control) {
      process.exitCode = status;
      if (success !== undefined) { harness.success = success; }
    }
    root = this.root;
    reported(this);
  };
  integrity.remember('node:test Test', found);
  integrity.remember('EventEmitter', Object.getPrototypeOf(Object.getPrototypeOf(process)));
  integrity.remember('assert', assert);
  integrity.remember('assert.strict', assert.strict);
  integrity.remember('assert.AssertionError', assert.AssertionError.prototype);
  integrity.remember('node:test', test);
  return first;
}

/** As node starts a file: what is CommonJS is the main module. */
async function load(file) {
  const source = fs.readFileSync(file, 'utf8');
  process.argv[1] = file;
  const type = /\.cjs$/.test(file) ? 'commonjs' : /\.m[jt]s$/.test(file) ? 'module' : typeOf(path.dirname(file));
  if (type === 'commonjs' || type === null && !/^\s*(?:import\s*[\w{*'"]|export\s)/m.test(source)) {
    Module._load(file, null, true);
  } else {
    await import(pathToFileURL(file).href);
  }
}

function typeOf(folder) {
  for (let at = folder; at.startsWith(job.root); at = path.dirname(at)) {
    try {
      return JSON.parse(fs.readFileSync(path.join(at, 'package.json'), 'utf8')).type ?? null;
    } catch {
      // none here
    }
  }
  return null;
}

// The tests before: they are over before anything of the project is there
const early = install();
await early;
await test(passes, () => {});

let failure = null;
try {
  await load(path.resolve(job.root, job.file));
} catch (error) {
  failure = error;
}

// The tests after: what the file changed shows in them
const require = createRequire(import.meta.url);
test(failsPlainly, () => { if (Math.abs(-1) !== 2) { throw new assert.AssertionError({ message: failsPlainly }); } });
test(failsByFramework, () => { require('node:assert').strictEqual(1, 2); });

/** What the file itself gets as the framework, whoever loads it: real by its functions is not real by its loading. */
function checkLoading() {
  const fromFile = createRequire(path.resolve(job.root, job.file));
  for (const [name, real] of [['assert', assert], ['node:assert', assert], ['node:assert/strict', assert.strict], ['node:test', test]]) {
    let loaded = null;
    try { loaded = fromFile(name); } catch { /* none of node's */ }
    if (loaded !== real) { ways.incident('altered_framework', 'The file gets another module for ' + name + ' than node\'s own'); }
  }
}

function end() {
  integrity.check();
  checkLoading();
  const status = process.exitCode ?? 0;
  if (failure !== null) {
    ways.test(job.file, 'error', 0, describe(failure));
  } else if (status !== 0 && failures === 0) {
    ways.test(job.file, 'failed', 0, 'The file ended with status ' + status + '\n' + (root?.diagnostics ?? []).join('\n'));
  } else if (told === 0) {
    ways.note(job.file + ' registers no test; it passed by ending with status 0, as node --test has it');
    ways.test(job.file, 'passed', 0, null);
  }
  ways.done();
}
const setTimer = setTimeout;
process.on('beforeExit', () => setTimer(end, 0));
