// The ways to report, put together from strings so that no prototype is asked. All that they keep is in closures: who loads this file
// a second time gets functions, and nothing that was told.

import { inspect } from 'node:util';
import { exit, hrtime, isFinite, slice, text } from './originals.mjs';
import { quoted } from './seal.mjs';

const ID = 1000;
const MAX_INCIDENTS = 50;

function bounded(value, limit) {
  const all = typeof value === 'string' ? value : text(value);
  if (all.length <= limit) { return all; }
  const half = limit >>> 1;
  return slice(all, 0, half) + '\n... ' + (all.length - 2 * half) + ' characters left out ...\n' + slice(all, -half);
}

function numbers(values) {
  let json = '';
  for (let i = 0; i < values.length; i++) { json += (i ? ',' : '') + (values[i] >>> 0); }
  return '[' + json + ']';
}

/** What a failure says of itself. Asks objects of the tests, so whatever may happen. */
function describe(error) {
  try {
    if (typeof error === 'string') { return error; }
    return inspect(error, { colors: false, depth: 3, maxArrayLength: 50, maxStringLength: 10000 });
  } catch {
    return 'an error that can not be shown';
  }
}

/** The ways to report; `write` seals. */
export function reports(write, job) {
  let incidents = 0;
  let running = null;
  const self = {
    __proto__: null,
    job,
    now: () => Number(hrtime()) / 1e9,
    describe,
    running(id) {
      running = id;
      write('{"event":"running","id":' + quoted(bounded(id, ID)) + '}');
    },
    /** Says what is done that is no test, so that something can be blamed for what happens meanwhile. */
    phase(id) {
      running = id;
      write('{"event":"phase","id":' + quoted(bounded(id, ID)) + '}');
    },
    /** `counted` is false for what is no test and fails like one: a suite, a hook, a file. */
    test(id, outcome, seconds, why, counted = true) {
      running = null;
      const took = isFinite(seconds) && seconds > 0 ? seconds : 0;
      write('{"event":"test","id":' + quoted(bounded(id, ID)) + ',"outcome":' + quoted(outcome) + ',"seconds":' + took
        + ',"text":' + (why === null || why === undefined ? 'null' : quoted(bounded(why, job.textLimit)))
        + (counted ? '' : ',"counted":false') + '}');
    },
    /** In how many places the controls must have been run; 1 unless it is said. */
    files(count) {
      write('{"event":"files","count":' + (count >>> 0) + '}');
    },
    note(said) {
      write('{"event":"note","text":' + quoted(bounded(said, 1500)) + '}');
    },
    incident(kind, said) {
      if (++incidents <= MAX_INCIDENTS) {
        write('{"event":"incident","kind":' + quoted(kind) + ',"id":' + (running === null ? 'null' : quoted(bounded(running, ID)))
          + ',"text":' + quoted(bounded(said, 500)) + '}');
      }
    },
    control(id, outcome) {
      write('{"event":"control","id":' + quoted(id) + ',"outcome":' + quoted(outcome) + '}');
    },
    coverage(path, executable, executed) {
      write('{"event":"coverage","path":' + quoted(path) + ',"executable":' + numbers(executable) + ',"executed":'
        + numbers(executed) + '}');
    },
    /** Says that all is told, and ends the process at once: nothing of the project's runs any more. */
    done() {
      write('{"event":"done"}');
      exit(0);
    },
    exit,
  };
  return self;
}
