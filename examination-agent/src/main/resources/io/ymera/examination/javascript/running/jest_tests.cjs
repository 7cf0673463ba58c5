// Runs a project's tests with jest and the project's own configuration, all in this process. Jest hands each file to a test runner;
// ours is jest-circus with a look at its events: at the controls, which are added to each file, and at what each test does.
'use strict';

const assert = require('node:assert');
const { createRequire } = require('node:module');
const path = require('node:path');

// Jest asks for this file again, as its test runner: then there is nothing to take any more
const ways = globalThis.__ymera_take();
const { job, describe, integrity } = ways;
const [failsPlainly, failsByFramework, raises, passes] = job.controls;
const isControl = (name) => name === failsPlainly || name === failsByFramework || name === raises || name === passes;
const local = createRequire(path.join(job.root, 'package.json'));
const COVERAGE = '/tmp/ymera-jest';

let circus = null;
let files = null;
let statementLines = null;
let createEmptyTestResult = null;
let places = 0;
const seen = new Set();

const relative = (file) => path.relative(job.root, file);

function titles(test) {
  const all = [test.name];
  for (let block = test.parent; block && block.name !== 'ROOT_DESCRIBE_BLOCK'; block = block.parent) { all.unshift(block.name); }
  return all.join(' > ');
}

/** Follows the tests of one file. */
function follower(file, environment, loaded) {
  const named = ways.naming();
  const known = new Map();
  const own = new WeakMap(); // what a test's own function did
  const outcomes = [];
  let globals = null;
  let remembered = null;
  let found = 0;

  const factsOf = (test) => {
    let facts = known.get(test);
    if (!facts) {
      const control = isControl(test.name) && test.parent?.name === 'ROOT_DESCRIBE_BLOCK';
      facts = { id: control ? test.name : named(file + ' > ' + titles(test)), control, excluded: false, raised: false };
      known.set(test, facts);
    }
    return facts;
  };
  const all = (block, tests = []) => {
    for (const child of block.children) { child.type === 'describeBlock' ? all(child, tests) : tests.push(child); }
    return tests;
  };
  const end = (test, outcome, text) => {
    const facts = factsOf(test);
    if (facts.control) {
      ways.control(facts.id, outcome);
    } else if (!facts.excluded) {
      integrity.check();
      ways.test(facts.id, outcome, (test.duration ?? 0) / 1000, text);
      outcomes.push([facts.id, outcome]);
    }
  };
  const check = () => {
    const expect = environment.global?.expect;
    if (remembered && expect !== remembered) {
      remembered = null;
      ways.incident('altered_framework', 'the global expect of ' + file + ' is not what it was before the tests');
    }
  };
  const on = (event, state) => {
    switch (event.name) {
      case 'setup':
        globals = event.runtimeGlobals;
        remembered = environment.global?.expect ?? null;
        globals.test(raises, () => { throw new Error(raises); });
        globals.test(passes, () => {});
        break;
      case 'add_test': {
        // Below whatever the project's environment puts around it later
        const test = state.currentDescribeBlock.children.at(-1);
        if (typeof event.fn === 'function' && test?.fn === event.fn && !isControl(test.name)) {
          const facts = { raised: false, called: false };
          test.fn = ways.watched(event.fn, (error) => {
            facts.raised = true;
            facts.error = error;
          }, () => { facts.called = true; });
          own.set(test, facts);
        }
        break;
      }
      case 'run_start': {
        // Added as the file's own tests are: by what it finds as the global test, which the project may have replaced
        const register = environment.global?.test ?? globals.test;
        state.hasStarted = false;
        register(failsPlainly, () => { assert.strictEqual(1, 2); });
        register(failsByFramework, () => { (environment.global?.expect ?? globals.expect)(1).toBe(2); });
        state.hasStarted = true;
        for (const name of ['assert', 'node:assert']) {
          if (loaded(name) !== assert) { ways.incident('altered_framework', file + ' gets another module for ' + name + ' than node\'s own'); }
        }
        const { children } = state.rootDescribeBlock;
        const late = children.filter((child) => child.name === failsPlainly || child.name === failsByFramework);
        state.rootDescribeBlock.children = children.filter((child) => !late.includes(child)).concat(late);
        for (const test of all(state.rootDescribeBlock)) {
          const facts = factsOf(test);
          found += facts.control ? 0 : 1;
          if (facts.control) {
            if (state.hasFocusedTests) { test.mode = 'only'; }
          } else if (ways.excluded(facts.id, file)) {
            facts.excluded = true;
            test.mode = 'skip';
          }
        }
        break;
      }
      case 'test_fn_start': {
        const facts = factsOf(event.test);
        if (facts.control) { break; }
        ways.running(facts.id);
        const did = own.get(event.test);
        if (did && !event.test.concurrent) { did.raised = did.called = false; }
        break;
      }
      case 'test_skip':
        end(event.test, 'skipped', null);
        break;
      case 'test_todo':
        end(event.test, 'skipped', 'todo');
        break;
      case 'test_done': {
        const { test } = event;
        const facts = factsOf(test);
        check();
        const failed = test.errors.length > 0;
        const did = own.get(test);
        if (did && !facts.excluded && !failed && did.raised && !test.failing) {
          ways.incident('altered_outcome', facts.id + ' raised ' + describe(did.error).slice(0, 200) + ', but is reported as passed');
        }
        if (did && !facts.excluded && !failed && !did.called && !test.concurrent) {
          ways.incident('altered_outcome', facts.id + ' is reported as passed, but its function was never called');
        }
        const error = failed ? test.errors[0] : null;
        end(test, failed ? 'failed' : 'passed', failed ? describe(Array.isArray(error) ? error[0] : error) : null);
        break;
      }
      case 'run_finish':
        integrity.check();
        check();
        break;
      default:
    }
  };
  return { on, found: () => found, outcomes };
}

const AS_JEST_SAYS = { passed: 'passed', failed: 'failed', pending: 'skipped', todo: 'skipped', skipped: 'skipped', disabled: 'skipped' };

/** What jest calls for each file of tests, with the file's environment made. */
async function runner(globalConfig, config, environment, runtime, testPath, send) {
  const file = relative(testPath);
  const follow = follower(file, environment, (name) => runtime.requireModuleOrMock(testPath, name));
  const theirs = environment.handleTestEvent;
  environment.handleTestEvent = async (event, state) => {
    follow.on(event, state);
    await theirs?.call(environment, event, state);
  };
  seen.add(testPath);
  if (files.isOver(file, job.except)) { return { ...createEmptyTestResult(), testFilePath: testPath, skipped: true }; }
  ways.phase(file + files.LOADING);
  let result;
  try {
    result = await circus(globalConfig, config, environment, runtime, testPath, send);
  } catch (error) {
    ways.test(file, 'error', 0, describe(error), false);
    throw error;
  }
  if (result.testExecError) {
    ways.test(file, 'error', 0, result.failureMessage ?? describe(result.testExecError), false);
  } else if (follow.found() === 0) {
    ways.test(file, 'error', 0, 'Your test suite must contain at least one test.', false);
  }
  places++;
  ways.phase(file + files.OUTSIDE);
  const project = result.testResults.filter((test) => !(isControl(test.title) && test.ancestorTitles.length === 0));
  const told = follow.outcomes.filter(([, outcome]) => outcome !== 'skipped').map(([, outcome]) => outcome).sort().join();
  const result_ = project.map((test) => AS_JEST_SAYS[test.status]).filter((outcome) => outcome !== 'skipped').sort().join();
  if (told !== result_) {
    ways.incident('altered_outcome', 'jest\'s result for ' + file + ' is not what its tests came to');
  }
  // Jest itself need not know of the controls: it stops at failures if it is configured so
  result.testResults = project;
  result.numFailingTests = project.filter((test) => test.status === 'failed').length;
  result.numPassingTests = project.filter((test) => test.status === 'passed').length;
  return result;
}

function coverage() {
  for (const { file, executable, executed } of statementLines(COVERAGE)) { ways.coverage(relative(file), executable, executed); }
}

async function main() {
  files = await import('./test_files.mjs');
  ({ statementLines } = await import('./istanbul.mjs'));
  const { argumentsOf } = files;
  const jest = local.resolve('jest');
  const fromJest = createRequire(jest);
  const cli = createRequire(fromJest.resolve('jest-cli'));
  const core = createRequire(cli.resolve('@jest/core'));
  circus = core(createRequire(core.resolve('jest-config')).resolve('jest-circus/runner'));
  circus = circus.default ?? circus;
  ({ createEmptyTestResult } = core('@jest/test-result'));
  integrity.remember('assert', assert);
  integrity.remember('assert.strict', assert.strict);
  const words = argumentsOf(job.script, 'jest').length ? argumentsOf(job.script, 'jest') : argumentsOf(job.script, 'jest.js');
  const { buildArgv } = fromJest('jest-cli');
  const argv = await buildArgv(words);
  for (const name of ['watch', 'watchAll', 'coverage', 'bail', 'maxWorkers', 'w', 'b', 'reporters', 'json', 'outputFile', 'onlyChanged', 'o', 'testNamePattern', 't', 'forceExit']) {
    delete argv[name];
  }
  Object.assign(argv, {
    runInBand: true, ci: true, watchman: false, passWithNoTests: true, cacheDirectory: '/tmp/ymera-jest-cache', testRunner: __filename,
  });
  if (job.shards > 1) { argv.shard = job.shard + 1 + '/' + job.shards; }
  const only = job.only ?? null;
  if (only !== null) {
    argv.runTestsByPath = true;
    argv._ = [...new Set(only.map((id) => id.split(' > ')[0]))];
  }
  if (job.coverage) {
    Object.assign(argv, {
      coverage: true, coverageReporters: ['json'], coverageDirectory: COVERAGE, collectCoverageFrom: job.sources, coverageThreshold: '{}',
    });
  }
  const { results } = await cli('@jest/core').runCLI(argv, [job.root]);
  for (const file of results.testResults) {
    if (file.testExecError && !seen.has(file.testFilePath)) {
      ways.test(relative(file.testFilePath), 'error', 0, file.failureMessage ?? describe(file.testExecError), false);
    }
  }
  // A runner of the project's own may leave files out, or judge them by itself
  const unseen = results.numTotalTestSuites - seen.size - results.testResults.filter((file) => file.testExecError && !seen.has(file.testFilePath)).length;
  if (unseen > 0) { ways.test('jest', 'error', 0, 'Of the files of tests that jest found, ' + unseen + ' were not run by jest-circus', false); }
  if (job.coverage) { coverage(); }
  ways.files(places);
  ways.done();
}

module.exports = runner;
main().catch((error) => {
  ways.files(0);
  ways.test('jest', 'error', 0, describe(error), false);
  ways.done();
});
