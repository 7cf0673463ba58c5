// Loaded before everything else (node --import) into a process in which tests run. Takes the key of the seal from standard input,
// hands the only way to report to the runner's own main module, and tells of what honest tests don't try.
//
// All that it is made of is loaded with it, before code of the project runs. What tests can load once more by its file's name is
// functions; what is said, to whom and with which key is in closures that only this file's own start makes.

import fs from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { tellAttempts } from './attempts.mjs';
import { readSync } from './originals.mjs';
import { reports } from './reports.mjs';
import { sealing } from './seal.mjs';
import { integrity, naming, selection, watched } from './watching.mjs';

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
  tellAttempts((kind, said) => {
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
