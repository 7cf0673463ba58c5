// Loaded before everything else (node --import) into a process in which tests run. Takes the key of the seal from standard input,
// hands the only way to report to the runner's own main module, and tells of what honest tests don't try.
//
// Everything that a report is made of is captured here, before code of the project runs: the key is bytes in a closure, SHA-256 is
// written out on typed arrays, and JSON is put together from strings, so that nothing of it asks a prototype that tests can change.

import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { inspect } from 'node:util';
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

const apply = Reflect.apply;
const uncurried = (method) => Function.prototype.call.bind(method);
const charCode = uncurried(String.prototype.charCodeAt);
const slice = uncurried(String.prototype.slice);
const startsWith = uncurried(String.prototype.startsWith);
const then = uncurried(Promise.prototype.then);
const define = Object.defineProperty;
const matches = uncurried(RegExp.prototype.exec);
const stringify = JSON.stringify;
const text = String;
const isFinite = Number.isFinite;
const { readSync, writeSync } = fs;
const exit = process.reallyExit.bind(process);
const hrtime = process.hrtime.bigint;
const pid = process.pid;
const parent = process.ppid;
const REPORTS = 3;

// ------------------------------------------------------------------------------------------------------------------- seal

const K = new Uint32Array(64);
const START = new Uint32Array(8);
{
  const fraction = (x) => ((x - Math.floor(x)) * 4294967296) >>> 0;
  const prime = (n) => { for (let d = 2; d * d <= n; d++) { if (n % d === 0) { return false; } } return true; };
  for (let n = 2, i = 0; i < 64; n++) {
    if (prime(n)) {
      if (i < 8) { START[i] = fraction(Math.sqrt(n)); }
      K[i++] = fraction(Math.cbrt(n));
    }
  }
}

/** SHA-256 (FIPS 180-4) of the first `length` bytes. */
function sha256(bytes, length) {
  const blocks = (length + 72) >>> 6;
  const padded = new Uint8Array(blocks << 6);
  for (let i = 0; i < length; i++) { padded[i] = bytes[i]; }
  padded[length] = 0x80;
  for (let i = 0, bits = length * 8; i < 6; i++) {
    padded[(blocks << 6) - 1 - i] = bits & 255;
    bits = (bits - (bits & 255)) / 256;
  }
  const h = new Uint32Array(8);
  for (let i = 0; i < 8; i++) { h[i] = START[i]; }
  const w = new Uint32Array(64);
  for (let at = 0; at < blocks << 6; at += 64) {
    for (let i = 0; i < 16; i++) {
      const j = at + i * 4;
      w[i] = (padded[j] << 24) | (padded[j + 1] << 16) | (padded[j + 2] << 8) | padded[j + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], last = h[7];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (last + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      last = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += last;
  }
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) { digest[i] = h[i >> 2] >>> (24 - 8 * (i & 3)); }
  return digest;
}

const HEX = '0123456789abcdef';

/** A JSON string of ASCII characters only. */
function quoted(value) {
  const json = stringify(value);
  let ascii = '';
  let from = 0;
  for (let i = 0; i < json.length; i++) {
    const code = charCode(json, i);
    if (code > 126) {
      ascii += slice(json, from, i) + '\\u' + HEX[code >> 12] + HEX[(code >> 8) & 15] + HEX[(code >> 4) & 15] + HEX[code & 15];
      from = i + 1;
    }
  }
  return ascii + slice(json, from);
}

/** Makes the function that seals and writes lines; the key is nowhere else. */
function sealing(key) {
  const inner = new Uint8Array(64);
  const outer = new Uint8Array(96);
  for (let i = 0; i < 64; i++) {
    inner[i] = (i < 32 ? key[i] : 0) ^ 0x36;
    outer[i] = (i < 32 ? key[i] : 0) ^ 0x5c;
  }
  for (let i = 0; i < 32; i++) { key[i] = 0; }
  let next = 0;
  return (json) => {
    const signed = next++ + ':' + json;
    const bytes = new Uint8Array(64 + signed.length);
    for (let i = 0; i < 64; i++) { bytes[i] = inner[i]; }
    for (let i = 0; i < signed.length; i++) { bytes[64 + i] = charCode(signed, i); }
    const digest = sha256(bytes, bytes.length);
    for (let i = 0; i < 32; i++) { outer[64 + i] = digest[i]; }
    const mac = sha256(outer, 96);
    const line = new Uint8Array(34 + json.length);
    for (let i = 0; i < 16; i++) {
      line[2 * i] = charCode(HEX, mac[i] >> 4);
      line[2 * i + 1] = charCode(HEX, mac[i] & 15);
    }
    line[32] = 32;
    for (let i = 0; i < json.length; i++) { line[33 + i] = charCode(json, i); }
    line[33 + json.length] = 10;
    for (let at = 0; at < line.length;) {
      try {
        at += writeSync(REPORTS, line, at, line.length - at);
      } catch (error) {
        if (error.code !== 'EAGAIN') { throw error; }
      }
    }
  };
}

// ----------------------------------------------------------------------------------------------------------------- reports

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
function reports(write, job) {
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

/** Calls `raised` with what a test's own function throws or rejects with, whatever its caller makes of that; `called` first. */
function watched(fn, raised, called = () => {}) {
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
function naming() {
  const seen = { __proto__: null };
  return (id) => {
    seen[id] = (seen[id] ?? 0) + 1;
    return seen[id] === 1 ? id : id + ' #' + seen[id];
  };
}

/** Whether a test is not to be run in this process. */
function selection(job) {
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
function integrity(incident) {
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

// ---------------------------------------------------------------------------------------------------------------- witness

const SECRETS = /^\/(?:etc\/(?:shadow|gshadow|sudoers|ssh)|root|home)(?:\/|$|-)/;
const MEMORY = /^\/proc\/(?:self|thread-self|\d+)(?:\/task\/\d+)?\/(?:mem|maps|smaps|pagemap)$/;
const OTHERS = /^\/proc\/(\d+)(?:\/|$)/;
const LOCAL = /^(?:localhost|sandbox|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::)$/;
const DEBUGGERS = /(?:^|\/)(?:gdb|lldb|strace|ltrace|gcore|nsenter|ptrace)$/;

function path(file) {
  if (typeof file === 'string') { return file; }
  try {
    if (file instanceof URL) { return file.pathname; }
    if (file instanceof Uint8Array) { return text(file); }
  } catch {
    // whatever it is, the original says what is wrong with it
  }
  return '';
}

function witness(incident) {
  function before(object, name, look) {
    const original = object[name];
    if (typeof original !== 'function') { return; }
    const wrapped = function (...args) {
      look(args);
      return new.target ? Reflect.construct(original, args, new.target) : apply(original, this, args);
    };
    Object.defineProperty(wrapped, 'name', { value: original.name });
    Object.defineProperty(wrapped, 'length', { value: original.length });
    // util.promisify and friends keep their own versions in symbols
    for (const key of Object.getOwnPropertySymbols(original)) { wrapped[key] = original[key]; }
    try { object[name] = wrapped; } catch { /* a getter only */ }
  }
  function opened(args) {
    const file = path(args[0]);
    if (file[0] !== '/') { return; }
    const other = matches(OTHERS, file);
    if (matches(MEMORY, file)) {
      incident('memory_search', 'opened ' + file);
      throw Object.assign(new Error('EACCES: permission denied, open \'' + file + '\''), { code: 'EACCES' });
    } else if (other && other[1] !== text(pid)) {
      incident('foreign_process', 'opened ' + file);
    } else if (matches(SECRETS, file)) {
      incident('foreign_file', 'opened ' + file);
    }
  }
  for (const name of ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream', 'createWriteStream', 'writeFile',
    'writeFileSync', 'appendFileSync', 'readdir', 'readdirSync', 'copyFileSync', 'symlinkSync', 'readlinkSync']) {
    before(fs, name, opened);
  }
  for (const name of ['open', 'readFile', 'writeFile', 'readdir', 'copyFile', 'readlink']) {
    before(fs.promises, name, opened);
  }
  const reached = (host) => {
    if (typeof host === 'string' && host !== '' && !matches(LOCAL, host)) { incident('network', 'tried to reach ' + host); }
  };
  before(net.Socket.prototype, 'connect', (args) => {
    const options = Array.isArray(args[0]) ? args[0][0] : args[0];
    if (options !== null && typeof options === 'object') {
      if (!options.path) { reached(options.host); }
    } else {
      reached(args[1]);
    }
  });
  const named = (args) => reached(args[0]);
  for (const object of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (matches(/^(?:lookup|resolve|reverse)/, name) && name !== 'lookupService') { before(object, name, named); }
    }
  }
  before(dgram.Socket.prototype, 'send', (args) => {
    for (let i = 1; i < args.length; i++) { if (typeof args[i] === 'string') { reached(args[i]); } }
  });
  before(dgram.Socket.prototype, 'connect', (args) => reached(args[1]));
  const started = (args) => {
    const program = text(args[0]);
    const command = matches(/^\S+/, program);
    if (command && matches(DEBUGGERS, command[0])) { incident('foreign_process', 'started ' + command[0]); }
  };
  for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync']) {
    before(childProcess, name, started);
  }
  const kill = (args) => {
    const target = Number(args[0]);
    if (target === parent || target === 1 || target < 0 && target !== -pid) {
      incident('foreign_process', 'sent a signal to process ' + target);
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM', errno: -1, syscall: 'kill' });
    }
  };
  before(process, 'kill', kill);
  before(process, '_kill', kill);
  before(process, '_debugProcess', kill);
  const searched = (what) => () => {
    incident('memory_search', 'used ' + what);
    throw new Error(what + ' is not available to tests');
  };
  for (const name of ['connect', 'connectToMainThread']) {
    before(inspector.Session.prototype, name, searched('inspector.Session'));
  }
  before(inspector, 'open', searched('inspector.open'));
  before(v8, 'getHeapSnapshot', searched('v8.getHeapSnapshot'));
  before(v8, 'writeHeapSnapshot', searched('v8.writeHeapSnapshot'));
  before(v8, 'setFlagsFromString', (args) => {
    if (matches(/natives|debug|inspect|sandbox/, text(args[0]))) { searched('v8.setFlagsFromString')(); }
  });
  before(process, 'binding', (args) => {
    if (text(args[0]) === 'inspector') { searched('process.binding')(); }
  });
  before(process, '_linkedBinding', (args) => {
    if (text(args[0]) === 'inspector') { searched('process._linkedBinding')(); }
  });
  before(process, 'dlopen', (args) => {
    const file = path(args[1]);
    if (!matches(/\/node_modules\//, file) && file !== '') {
      incident('native_code', file);
    }
  });
  syncBuiltinESMExports();
}

// ------------------------------------------------------------------------------------------------------------------ start

function standardInput() {
  const chunks = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(65536);
    let read;
    try {
      read = readSync(0, chunk, 0, chunk.length);
    } catch (error) {
      if (error.code === 'EAGAIN') { continue; }
      if (error.code !== 'EOF') { throw error; }
      read = 0;
    }
    if (read === 0) { break; }
    chunks.push([chunk, read]);
    length += read;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const [chunk, read] of chunks) {
    all.set(chunk.subarray(0, read), at);
    at += read;
    chunk.fill(0);
  }
  return all;
}

if (isMainThread && process.env.YMERA_TESTS === '1') {
  delete process.env.YMERA_TESTS;
  const input = standardInput();
  fs.closeSync(0);
  fs.openSync('/dev/null', 'r');
  const key = input.slice(0, 32);
  const job = JSON.parse(Buffer.from(input.subarray(32)).toString('utf8'));
  input.fill(0);
  process.execArgv.length = 0;
  const ways = reports(sealing(key), job);
  ways.integrity = integrity(ways.incident);
  ways.watched = watched;
  ways.naming = naming;
  ways.excluded = selection(job);
  witness((kind, said) => {
    if (kind === 'native_code') {
      ways.note('The tests load native code, ' + said + ': what it does in the process of the tests can not be watched');
    } else {
      ways.incident(kind, said);
    }
  });
  let taken = false;
  globalThis.__ymera_take = () => {
    if (taken) { throw new Error('taken'); }
    taken = true;
    delete globalThis.__ymera_take;
    return ways;
  };
}
