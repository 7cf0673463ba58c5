// What the runner's part in the tests' process is made of, captured before code of the project runs: nothing of it asks a prototype
// or an object that tests can change.

import fs from 'node:fs';
import process from 'node:process';

export const apply = Reflect.apply;
const uncurried = (method) => Function.prototype.call.bind(method);
export const charCode = uncurried(String.prototype.charCodeAt);
export const slice = uncurried(String.prototype.slice);
export const startsWith = uncurried(String.prototype.startsWith);
export const then = uncurried(Promise.prototype.then);
export const define = Object.defineProperty;
export const matches = uncurried(RegExp.prototype.exec);
export const stringify = JSON.stringify;
export const text = String;
export const isFinite = Number.isFinite;
export const { readSync, writeSync } = fs;
export const exit = process.reallyExit.bind(process);
export const hrtime = process.hrtime.bigint;
export const pid = process.pid;
export const parent = process.ppid;
