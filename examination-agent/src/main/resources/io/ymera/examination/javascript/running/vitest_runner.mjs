// In each of vitest's workers: adds the controls to each file of tests, leaves out what is not to be run, and notes what tests do.

import assert from 'node:assert';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isOver, LOADING } from './test_files.mjs';

const job = JSON.parse(process.env.YMERA_VITEST);
delete process.env.YMERA_VITEST;
const [failsPlainly, failsByFramework, raises, passes] = job.controls;
const require = createRequire(path.join(job.root, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const runners = await load('vitest/runners');
const { getFn, setFn } = await load('vitest/suite');
const Base = runners.VitestTestRunner ?? runners.TestRunner;
const append = fs.appendFileSync.bind(fs);
const then = Function.prototype.call.bind(Promise.prototype.then);

const say = (what, id) => append(job.witness, what + ' ' + id.replace(/\n/g, ' ') + '\n');

function excluded(id, file) {
  if (job.except.includes(id) || job.except.includes(file)) { return true; }
  return job.only !== null
    && !job.only.some((each) => each === id || each === file || each.startsWith(id + ' > ') || id.startsWith(each + ' > '));
}

export default class extends Base {
  #ids = new Map();
  #seen = {};

  #id(test) {
    if (!this.#ids.has(test.id)) {
      const names = [];
      for (let task = test; task && task.type !== undefined && task !== task.file; task = task.suite) { names.unshift(task.name); }
      const id = path.relative(job.root, test.file.filepath) + ' > ' + names.join(' > ');
      this.#seen[id] = (this.#seen[id] ?? 0) + 1;
      this.#ids.set(test.id, this.#seen[id] === 1 ? id : id + ' #' + this.#seen[id]);
    }
    return this.#ids.get(test.id);
  }

  async importFile(file, source) {
    if (source === 'collect') {
      const { test, expect } = await super.importFile(require.resolve('vitest').replace(/index\.cjs$/, 'dist/index.js'), 'setup').catch(() => load('vitest'));
      const name = path.relative(job.root, file);
      say('loading', name + LOADING);
      test(raises, () => { throw new Error(raises); });
      test(passes, () => {});
      test(failsPlainly, () => { assert.strictEqual(1, 2); });
      test(failsByFramework, () => { expect(1).toBe(2); });
      if (isOver(name, job.except)) { return undefined; }
    }
    return super.importFile(file, source);
  }

  async onCollected(files) {
    await super.onCollected?.(files);
    for (const file of files) {
      const late = file.tasks.filter((task) => task.name === failsPlainly || task.name === failsByFramework);
      file.tasks = file.tasks.filter((task) => !late.includes(task)).concat(late);
      this.#select(file, path.relative(job.root, file.filepath));
    }
  }

  #select(suite, file) {
    for (const task of suite.tasks) {
      if (task.type === 'suite') {
        this.#select(task, file);
      } else if (job.controls.includes(task.name) && task.suite === undefined || job.controls.includes(task.name) && task.suite === task.file) {
        task.mode = 'run';
      } else if (excluded(this.#id(task), file)) {
        task.mode = 'skip';
      }
    }
  }

  onBeforeTryTask(test, options) {
    if (test.type === 'test' && !job.controls.includes(test.name)) {
      const id = this.#id(test);
      say('running', id);
      const fn = getFn(test);
      if (fn && !test.meta.ymera) {
        Object.defineProperty(test.meta, 'ymera', { value: true, enumerable: false });
        const raised = () => say('raised', id);
        say('watched', id);
        setFn(test, (...args) => {
          say('called', id);
          let result;
          try {
            result = fn(...args);
          } catch (error) {
            raised();
            throw error;
          }
          try { then(result, undefined, raised); } catch { /* no promise */ }
          return result;
        });
      }
    }
    return super.onBeforeTryTask?.(test, options);
  }
}
