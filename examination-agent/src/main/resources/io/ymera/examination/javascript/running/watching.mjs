// What the runners of the frameworks need beside the ways to report: to see what a test's own function did, to name and to choose tests,
// and to tell when the framework is not what it was.

import { apply, define, startsWith, text, then } from './originals.mjs';

/** Calls `raised` with what a test's own function throws or rejects with, whatever its caller makes of that; `called` first. */
export function watched(fn, raised, called = () => {}) {
  const watching = function (...args) {
    called();
    let result;
    try {
      result = apply(fn, this, args);
    } catch (error) {
      raised(error);
      throw error;
    }
    try {
      then(result, undefined, raised);
    } catch {
      // no promise
    }
    return result;
  };
  define(watching, 'length', { value: fn.length });
  define(watching, 'name', { value: fn.name });
  return watching;
}

/** Gives each test an id that it has in every run: its name, and a number if there are several. */
export function naming() {
  const seen = { __proto__: null };
  return (id) => {
    seen[id] = (seen[id] ?? 0) + 1;
    return seen[id] === 1 ? id : id + ' #' + seen[id];
  };
}

/** Whether a test is not to be run in this process. */
export function selection(job) {
  return (id, file) => {
    for (let i = 0; i < job.except.length; i++) { if (job.except[i] === id || job.except[i] === file) { return true; } }
    const only = job.only ?? null;
    if (only === null) { return false; }
    for (let i = 0; i < only.length; i++) {
      if (only[i] === id || only[i] === file || startsWith(only[i], id + ' > ') || startsWith(id, only[i] + ' > ')) { return false; }
    }
    return true;
  };
}

/** Remembers functions, an object's own and, if wanted, those that it inherits, and tells when one is another one. */
export function integrity(incident) {
  const objects = [];
  const keys = [];
  const values = [];
  const names = [];
  const told = [];
  let count = 0;
  const descriptor = Object.getOwnPropertyDescriptor;
  const own = Reflect.ownKeys;
  const above = Object.getPrototypeOf;
  const root = Object.prototype;
  const found = (object, key) => {
    for (let at = object; at !== null; at = above(at)) {
      const property = descriptor(at, key);
      if (property) { return property.value; }
    }
    return undefined;
  };
  return {
    __proto__: null,
    remember(name, object, inherited = false) {
      for (let at = object; at !== null && at !== root; at = inherited ? above(at) : null) {
        const all = own(at);
        for (let i = 0; i < all.length; i++) {
          const value = found(object, all[i]);
          if (typeof value === 'function' && all[i] !== 'constructor') {
            objects[count] = object;
            keys[count] = all[i];
            values[count] = value;
            names[count] = name + '.' + text(all[i]);
            told[count++] = false;
          }
        }
      }
    },
    check() {
      for (let i = 0; i < count; i++) {
        if (!told[i] && found(objects[i], keys[i]) !== values[i]) {
          told[i] = true;
          incident('altered_framework', names[i] + ' is not what it was before the tests');
        }
      }
    },
  };
}
