// Runs a project's tests and reports each as a sealed line. Starts in the project's folder and is told a TestJob on standard input.
//
//     node run_tests.mjs
//
// No code of the project runs in this process: it starts one process for each file of tests (node, tap) or one for all (jest, mocha,
// vitest), gives it a key of its own, checks what it says, and says it again under the seal that its reader knows. A process that
// ends before it is done ends this one too, without an end: the reader knows which test it was and goes on in a new run.

import { spawn } from 'node:child_process';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { linesOf, texts } from './coverage.mjs';
import { isOver, LOADING, OUTSIDE, testFiles } from './test_files.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const BROKEN_OFF = 70;
const LINE = 1 << 20;
const MAX_INCIDENTS = 50;
const COVERAGE = '/tmp/ymera-v8';

const told = JSON.parse(fs.readFileSync(0, 'utf8'));
const key = Buffer.from(told.key, 'hex');
const { script, sources } = JSON.parse(fs.readFileSync(path.join(HERE, 'plan.json'), 'utf8'));
const job = {
  framework: told.framework, only: told.only ?? null, except: told.except, shard: told.shard, shards: told.shards, coverage: told.coverage,
  controls: told.controls, textLimit: told.text_limit, textsLimit: told.texts_limit, script, sources,
};
const root = process.cwd();

// ------------------------------------------------------------------------------------------------------------------ said

let lines = 0;
let incidents = 0;
let textLeft = job.textsLimit;
const counts = { passed: 0, failed: 0, error: 0, skipped: 0, xfailed: 0, xpassed: 0 };
const controls = new Map(job.controls.map((name) => [name, []]));
let tests = 0;
let files = 0;
let running = null;

function say(event) {
  const json = JSON.stringify(event).replace(/[\u007f-\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
  const mac = createHmac('sha256', key).update(lines++ + ':' + json).digest('hex').slice(0, 32);
  const bytes = Buffer.from(mac + ' ' + json + '\n', 'latin1');
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(1, bytes, at, bytes.length - at);
    } catch (error) {
      if (error.code !== 'EAGAIN') { throw error; }
    }
  }
}

/** Where this runner lies is no matter of the project's, and another place in each run. */
function withoutUs(text) {
  return text.includes(HERE) ? text.split('\n').filter((line) => !line.includes(HERE)).join('\n') : text;
}

function incident(kind, id, text) {
  if (++incidents <= MAX_INCIDENTS) { say({ event: 'incident', kind, id, text: withoutUs(text) }); }
}

function test(id, outcome, seconds, text, counted) {
  if (running === id) { running = null; }
  counts[outcome]++;
  tests += counted ? 1 : 0;
  let why = text === null ? null : withoutUs(text);
  if (why !== null) {
    if (textLeft <= 0) { why = '(left out: the report would be too long)'; } else { textLeft -= why.length; }
  }
  say({ event: 'test', id, outcome, seconds: Math.round(seconds * 1e6) / 1e6, text: why });
}

/** What a process of the tests said: sealed, so its own words, though not words to trust blindly. */
function heard(event, file) {
  switch (event.event) {
    case 'running':
      running = String(event.id);
      say({ event: 'running', id: running });
      break;
    case 'phase':
      running = String(event.id);
      say({ event: 'phase', id: running });
      break;
    case 'test':
      if (!Object.hasOwn(counts, event.outcome)) { throw new Error('no outcome: ' + event.outcome); }
      test(String(event.id), event.outcome, Number(event.seconds), event.text === null ? null : String(event.text),
        event.counted !== false);
      break;
    case 'note':
      say({ event: 'note', text: String(event.text) });
      break;
    case 'incident':
      incident(String(event.kind), event.id === null ? file : String(event.id), String(event.text));
      break;
    case 'control':
      controls.get(event.id)?.push(event.outcome);
      break;
    case 'files':
      files += event.count - 1;
      break;
    case 'coverage':
      covered(String(event.path), event.executable, event.executed);
      break;
    case 'done':
      return true;
    default:
      throw new Error('no event: ' + event.event);
  }
  return false;
}

// -------------------------------------------------------------------------------------------------------------- coverage

const coverage = new Map();
const sourceTexts = job.coverage ? texts(root, job.sources) : new Map();

function covered(file, executable, executed) {
  const known = coverage.get(file) ?? { executable: new Set(), executed: new Set() };
  executable.forEach((line) => known.executable.add(line));
  executed.forEach((line) => known.executed.add(line));
  coverage.set(file, known);
}

async function sayCoverage() {
  for (const [file, lines] of await linesOf(COVERAGE, root, sourceTexts)) {
    if (!coverage.has(file)) { covered(file, lines.executable, lines.executed); }
  }
  for (const file of [...coverage.keys()].sort()) {
    if (sourceTexts.has(file)) {
      const sorted = (lines) => [...lines].sort((a, b) => a - b);
      say({ event: 'coverage', path: file, executable: sorted(coverage.get(file).executable), executed: sorted(coverage.get(file).executed) });
    }
  }
}

// -------------------------------------------------------------------------------------------------------------- processes

/** Runs one process of tests; true when it told all it had to tell. */
function run(main, flags, v8, file) {
  const childKey = randomBytes(32);
  const mac = (line) => createHmac('sha256', childKey).update(line).digest('hex').slice(0, 32);
  return new Promise((resolve) => {
    const environment = { ...process.env, YMERA_TESTS: '1', NODE_ENV: process.env.NODE_ENV ?? 'test' };
    if (job.coverage && v8) { environment.NODE_V8_COVERAGE = COVERAGE; }
    const child = spawn(process.execPath, [...process.execArgv, ...flags, '--import', path.join(HERE, 'guard.mjs'), path.join(HERE, main)],
      { cwd: root, env: environment, stdio: ['pipe', 2, 2, 'pipe'] });
    let next = 0;
    let done = false;
    let rest = '';
    const line = (text) => {
      const json = text.slice(33);
      const sealed = text.length > 33 && text[32] === ' '
        && timingSafeEqual(Buffer.from(mac(next + ':' + json)), Buffer.from(text.slice(0, 32), 'latin1').subarray(0, 32));
      if (!sealed) {
        incident('forged_report', running ?? file, 'A line that is not the runner\'s came from the process of the tests: ' + text.slice(0, 200));
        return;
      }
      next++;
      try {
        done = heard(JSON.parse(json), file) || done;
      } catch (error) {
        incident('forged_report', running ?? file, 'A line of the tests\' process makes no sense: ' + error.message);
      }
    };
    child.stdio[3].setEncoding('latin1');
    child.stdio[3].on('data', (chunk) => {
      rest += chunk;
      const parts = rest.split('\n');
      rest = parts.pop();
      parts.forEach(line);
      if (rest.length > LINE) {
        line(rest.slice(0, LINE));
        rest = '';
      }
    });
    child.stdio[3].on('error', () => {});
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.concat([childKey, Buffer.from(JSON.stringify({ ...job, file, root }))]));
    let how = null;
    // Others may hold the pipe open: what they write comes too late to be believed
    child.on('exit', (code, signal) => {
      how = signal ? 'was killed by ' + signal : 'ended with status ' + code;
      const patience = setTimeout(() => child.stdio[3].destroy(), 500);
      child.stdio[3].on('close', () => clearTimeout(patience));
    });
    child.stdio[3].on('close', () => {
      const end = () => {
        if (rest !== '') { line(rest); }
        resolve({ done: done && how === 'ended with status 0', how });
      };
      how === null ? child.on('exit', end) : end();
    });
    child.on('error', (error) => resolve({ done: false, how: error.message }));
  });
}

const EXPECTED = ['failed', 'failed', 'failed', 'passed'];

/** Once for each control: what it came to in the place where it came to the worst. Where nothing was run, nothing is in doubt. */
function sayControls(places) {
  job.controls.forEach((name, i) => {
    const outcomes = controls.get(name);
    if (outcomes.length > 0 || places <= 0) {
      say({ event: 'control', id: name, outcome: outcomes.find((outcome) => outcome !== EXPECTED[i]) ?? EXPECTED[i] });
    }
    if (outcomes.length < places) {
      incident('failed_control', null, 'A test that the runner added was run in ' + outcomes.length + ' of ' + places + ' places only');
    }
  });
}

/** Ends without an end: whoever reads knows from this which test, or which file, was running. */
function brokenOff(file, how) {
  if (running === null) { say({ event: 'phase', id: file + OUTSIDE }); }
  process.stderr.write('\nThe process of ' + file + ' ' + how + ' before its tests were done\n');
  process.exit(BROKEN_OFF);
}

// -------------------------------------------------------------------------------------------------------------- frameworks

const wanted = (file) => !isOver(file, job.except)
  && (job.only === null || job.only.some((id) => id === file || id.startsWith(file + ' > ')));

async function eachFile(main, flags, v8) {
  const all = testFiles(root, job.framework, job.script).filter((_, i) => i % job.shards === job.shard).filter(wanted);
  for (const file of all) {
    files++;
    running = file + LOADING;
    say({ event: 'phase', id: running });
    const { done, how } = await run(main, flags, v8, file);
    if (!done) { brokenOff(file, how); }
  }
}

async function together(main, flags, v8) {
  files++;
  const { done, how } = await run(main, flags, v8, job.framework);
  if (!done) { brokenOff(job.framework, how); }
}

const SILENT = ['--test-reporter', 'data:text/javascript,export default async function* (events) { for await (const event of events); }',
  '--test-reporter-destination', 'stderr'];
const began = performance.now();
say({ event: 'start', framework: job.framework, expected: null });
const modules = /--experimental-vm-modules/.test(job.script) ? ['--experimental-vm-modules'] : [];
switch (job.framework) {
  case 'node': await eachFile('node_tests.mjs', SILENT, true); break;
  case 'tap': await eachFile('tap_tests.mjs', [], true); break;
  case 'mocha': await together('mocha_tests.mjs', [], true); break;
  case 'jest': await together('jest_tests.cjs', modules, false); break;
  case 'vitest': await together('vitest_tests.mjs', [], false); break;
  default: throw new Error('no framework: ' + job.framework);
}
sayControls(files);
if (job.coverage) { await sayCoverage(); }
say({
  event: 'end',
  totals: {
    tests, failed: counts.failed, errors: counts.error, skipped: counts.skipped, xfailed: counts.xfailed,
    xpassed: counts.xpassed, seconds: (performance.now() - began) / 1000,
  },
});
