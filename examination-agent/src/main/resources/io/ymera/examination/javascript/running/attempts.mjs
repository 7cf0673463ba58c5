// Tells of what honest tests don't try, and keeps them from what leads into this process's own memory. Takes effect for whoever loads
// Node's modules after this.

import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import process from 'node:process';
import v8 from 'node:v8';
import { apply, matches, parent, pid, text } from './originals.mjs';

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

export function tellAttempts(incident) {
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
