// Runs a project's tests with mocha, its own command line and configuration, in this process. Mocha is told to report to a class
// of ours, which puts the controls before and after the project's root suite.

import assert from 'node:assert';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { argumentsOf, isOver, LOADING } from './test_files.mjs';

const ways = globalThis.__ymera_take();
const { job, now, describe, integrity } = ways;
const [failsPlainly, failsByFramework, raises, passes] = job.controls;
const require = createRequire(path.join(job.root, 'package.json'));
const home = path.dirname(require.resolve('mocha/package.json'));
const load = (file) => import(pathToFileURL(path.join(home, file)).href);
const named = ways.naming();
const known = new WeakMap();
const get = Function.prototype.call.bind(WeakMap.prototype.get);
const set = Function.prototype.call.bind(WeakMap.prototype.set);
let loading = null;
let started = false;

const relative = (file) => (file ? path.relative(job.root, file) : '(no file)');
const idOf = (runnable) => relative(runnable.file ?? runnable.parent?.file) + ' > ' + runnable.titlePath().join(' > ');

/** The suites that go around the project's own. */
function around(root, Suite, Test) {
  const outer = new Suite('', root.ctx, true);
  const suite = (tests) => {
    const each = new Suite('', root.ctx, false);
    each.parent = outer;
    each.timeout(0);
    for (const [name, fn] of tests) {
      const test = new Test(name, fn);
      each.addTest(test);
      set(known, test, { control: true });
      if (outer.markedOnly) { each.appendOnlyTest(test); }
    }
    return each;
  };
  outer.markedOnly = root.hasOnly();
  const early = suite([[raises, () => { throw new Error(raises); }], [passes, () => {}]]);
  const late = suite([
    [failsPlainly, () => { if (path.sep !== '') { throw new assert.AssertionError({ message: failsPlainly }); } }],
    [failsByFramework, () => { assert.strictEqual(1, 2); }],
  ]);
  outer.suites = [early, root, late];
  root.once('run', () => outer.emit('run'));
  return outer;
}

/** Takes out what is not to be run here: other parts, what is known already, what the project's own pattern leaves out. */
function select(runner, root) {
  const files = [];
  const filter = (suite) => {
    suite.tests = suite.tests.filter((test) => {
      const file = relative(test.file);
      if (!files.includes(file)) { files.push(file); }
      let matching = runner._grep === undefined || runner._grep.test(test.fullTitle());
      if (runner._invert) { matching = !matching; }
      const id = named(idOf(test));
      const facts = { control: false, id, raised: false };
      set(known, test, facts);
      return matching && files.indexOf(file) % job.shards === job.shard && !ways.excluded(id, file);
    });
    suite.suites.forEach(filter);
  };
  filter(root);
  runner._grep = /(?:)/;
  runner._invert = false;
}

class Reporter {
  constructor(runner) {
    started = true;
    const root = runner.suite;
    runner.suite = around(root, root.constructor, Mocha.Test);
    runner.on('start', () => select(runner, root));
    const factsOf = (test) => {
      // A test that is tried again is another object
      let facts = get(known, test) ?? (test.retriedTest?.() && get(known, test.retriedTest()));
      if (!facts) {
        facts = { control: false, id: named(idOf(test)), raised: false };
        set(known, test, facts);
      }
      return facts;
    };
    runner.on('test', (test) => {
      const facts = factsOf(test);
      if (facts.control) { return; }
      facts.raised = false;
      facts.called = false;
      facts.began = now();
      ways.running(facts.id);
      if (typeof test.fn === 'function') {
        test.fn = ways.watched(test.fn, (error) => {
          facts.raised = true;
          facts.error = error;
        }, () => { facts.called = true; });
        facts.watched = true;
      }
    });
    runner.on('pass', (test) => {
      const facts = factsOf(test);
      if (facts.control) { ways.control(test.title, 'passed'); return; }
      integrity.check();
      if (facts.raised) {
        ways.incident('altered_outcome', facts.id + ' raised ' + describe(facts.error).slice(0, 200) + ', but is reported as passed');
      }
      if (facts.watched && !facts.called) {
        ways.incident('altered_outcome', facts.id + ' is reported as passed, but its function was never called');
      }
      ways.test(facts.id, 'passed', now() - facts.began, null);
    });
    runner.on('fail', (test, error) => {
      if (test.type === 'hook') {
        ways.test(named(idOf(test)), 'error', 0, describe(error), false);
        return;
      }
      const facts = factsOf(test);
      if (facts.control) { ways.control(test.title, 'failed'); return; }
      integrity.check();
      ways.test(facts.id, 'failed', now() - (facts.began ?? now()), describe(error));
    });
    runner.on('pending', (test) => {
      const facts = factsOf(test);
      if (!facts.control) { ways.test(facts.id, 'skipped', 0, null); }
    });
    runner.on('end', () => {
      integrity.check();
      ways.done();
    });
  }
}

const { default: Mocha } = await import(pathToFileURL(require.resolve('mocha')).href);
const { main } = await load('lib/cli/cli.js');
let options;
for (const file of ['lib/cli/options.cjs', 'lib/cli/options.js']) {
  try {
    options = await load(file);
    break;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') { throw error; }
  }
}
for (const name of ['Runner', 'Runnable', 'Suite', 'Test', 'Hook', 'Context']) { integrity.remember('mocha ' + name, Mocha[name].prototype); }
integrity.remember('EventEmitter', Object.getPrototypeOf(Object.getPrototypeOf(process)));
integrity.remember('assert', assert);
integrity.remember('assert.strict', assert.strict);

// Mocha runs nothing when a file can't be loaded; whose fault that is, it says on the console only
const { loadFilesAsync } = Mocha.prototype;
Mocha.prototype.loadFilesAsync = async function (...args) {
  this.files = this.files.filter((file) => !isOver(relative(file), job.except));
  this.suite.on('pre-require', (context, file) => {
    loading = file;
    ways.phase(relative(file) + LOADING);
    integrity.check(); // what was patched while files were loaded may be put back by the first test
    for (const name of ['it', 'test', 'specify']) {
      if (Object.getOwnPropertyDescriptor(context, name)?.get) {
        ways.incident('altered_framework', 'The global ' + name + ' is not mocha\'s own, but one that the project makes up');
      }
    }
  });
  this.reporter(Reporter);
  try {
    return await loadFilesAsync.apply(this, args);
  } catch (error) {
    ways.note('mocha runs no test when a file can not be loaded');
    ways.files(0);
    ways.test(loading ? relative(loading) : 'mocha', 'error', 0, describe(error), false);
    return ways.done();
  }
};
integrity.remember('mocha', Mocha.prototype);
process.on('exit', (status) => {
  if (!started) {
    ways.files(0);
    ways.test(loading ? relative(loading) : 'mocha', 'error', 0, 'mocha ended with status ' + status + ' before it ran a test', false);
    ways.done();
  }
});

const loadOptions = options.loadOptions ?? options.default.loadOptions;
const args = loadOptions(argumentsOf(job.script, 'mocha'));
Object.assign(args, { parallel: false, bail: false, watch: false, exit: false, forbidOnly: args.forbidOnly, reporter: 'min', diff: false });
for (const name of ['node-option', 'n', 'p', 'b', 'w', 'R', 'jobs', 'j', 'inspect', 'inspect-brk', 'reporter-option', 'O', 'require-main']) { delete args[name]; }
process.argv[1] = path.join(home, 'bin/mocha.js');
main([], args);
