// Runs a project's tests with vitest and the project's own configuration. Vitest runs tests in workers and believes what these send
// it, and so must this: the controls and the witness sit in the workers (see vitest_runner.mjs), the seal is here.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { statementLines } from './istanbul.mjs';
import { argumentsOf } from './test_files.mjs';

const ways = globalThis.__ymera_take();
const { job, describe } = ways;
const HERE = path.dirname(fileURLToPath(import.meta.url));
const WITNESS = '/tmp/ymera-vitest-' + process.pid;
const COVERAGE = '/tmp/ymera-vitest-coverage';
const require = createRequire(path.join(job.root, 'package.json'));
const controls = new Set(job.controls);
const relative = (file) => path.relative(job.root, file);
const named = ways.naming();
const ids = new Map();
const places = new Set();

function idOf(task) {
  if (!ids.has(task.id)) { ids.set(task.id, named(relative(task.module.moduleId) + ' > ' + task.fullName)); }
  return ids.get(task.id);
}

// What the workers say of themselves: which test runs now, and what it did. They can say anything here; it is only ever used to
// name a test that hangs, and to doubt an outcome
fs.writeFileSync(WITNESS, '');
let read = 0;
const raised = new Set();
const watched = new Set();
const called = new Set();
function look() {
  const text = fs.readFileSync(WITNESS, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  for (const line of text.slice(read, end).split('\n')) {
    if (line.startsWith('running ')) {
      const id = line.slice(8);
      raised.delete(id);
      called.delete(id);
      ways.running(id);
    } else if (line.startsWith('loading ')) {
      ways.phase(line.slice(8));
    } else if (line.startsWith('watched ')) {
      watched.add(line.slice(8));
    } else if (line.startsWith('called ')) {
      called.add(line.slice(7));
    } else if (line.startsWith('raised ')) {
      raised.add(line.slice(7));
    }
  }
  read = end;
}
const timer = setInterval(look, 100);
timer.unref();

const reporter = {
  onTestCaseResult(task) {
    look();
    const { state, errors } = task.result();
    if (controls.has(task.name) && task.parent.type === 'module') {
      places.add(task.module.moduleId);
      ways.control(task.name, state);
      return;
    }
    const id = idOf(task);
    if (ways.excluded(id, relative(task.module.moduleId))) { return; }
    const seconds = (task.diagnostic()?.duration ?? 0) / 1000;
    const why = (errors ?? []).map((error) => error.stack ?? error.message ?? describe(error)).join('\n\n');
    if (state === 'passed' && raised.has(id) && !task.options.fails) {
      ways.incident('altered_outcome', id + ' raised an error, but is reported as passed');
    }
    if (state === 'passed' && watched.has(id.replace(/\n/g, ' ')) && !called.has(id.replace(/\n/g, ' '))) {
      ways.incident('altered_outcome', id + ' is reported as passed, but its function was never called');
    }
    ways.test(id, state === 'passed' || state === 'failed' ? state : 'skipped', seconds, state === 'failed' ? why : null);
  },
  onTestSuiteResult(suite) { this.errors(suite, suite.fullName); },
  onTestModuleEnd(module) { this.errors(module, null); },
  errors(suite, name) {
    const file = relative((suite.module ?? suite).moduleId);
    const errors = suite.errors();
    if (errors.length > 0) {
      ways.test(name === null ? file : file + ' > ' + name, 'error', 0, errors.map((error) => error.stack ?? error.message ?? describe(error)).join('\n\n'), false);
    }
  },
  onTestRunEnd(modules, errors) {
    for (const error of errors) { ways.test('vitest', 'error', 0, error.stack ?? error.message ?? describe(error), false); }
  },
};

function coverage() {
  for (const { file, executable, executed } of statementLines(COVERAGE)) { ways.coverage(relative(file), executable, executed); }
}

try {
  const { startVitest, parseCLI } = await import(pathToFileURL(require.resolve('vitest/node')).href);
  const words = argumentsOf(job.script, 'vitest').filter((word) => !['run', 'watch', 'dev'].includes(word));
  const { filter, options } = parseCLI(['vitest', ...words]);
  for (const name of ['watch', 'coverage', 'bail', 'reporters', 'reporter', 'ui', 'outputFile', 'testNamePattern']) { delete options[name]; }
  const only = job.only ?? null;
  process.env.YMERA_VITEST = JSON.stringify({
    root: job.root, controls: job.controls, only, except: job.except, witness: WITNESS,
  });
  const vitest = await startVitest('test', only === null ? filter : [...new Set(only.map((id) => id.split(' > ')[0]))], {
    configLoader: 'runner', // the default one writes next to node_modules, which is not the project's to write
    ...options, watch: false, root: job.root, pool: 'forks', maxWorkers: 1, reporters: [reporter], passWithNoTests: true, bail: 0,
    runner: path.join(HERE, 'vitest_runner.mjs'), ...(job.shards > 1 ? { shard: job.shard + 1 + '/' + job.shards } : {}),
    coverage: job.coverage
      ? { enabled: true, provider: 'v8', reporter: ['json'], reportsDirectory: COVERAGE, include: job.sources, thresholds: {}, reportOnFailure: true }
      : { enabled: false },
  });
  await vitest.close();
  if (job.coverage) { coverage(); }
  ways.files(places.size);
  ways.done();
} catch (error) {
  ways.files(0);
  ways.test('vitest', 'error', 0, describe(error), false);
  ways.done();
}
