#!/usr/bin/env node
import { execFileSync, execSync } from 'node:child_process';
import process from 'node:process';

const [, , branch = 'main'] = process.argv;
const levels = ['quiet', 'verbose'];
const level = levels[levels.length - 1];

let head;
if (level === 'verbose') {
  head = execSync(`git rev-parse --verify ${branch}`, { encoding: 'utf8' });
} else {
  head = execFileSync('git', ['rev-parse', '--verify', '--end-of-options', branch], { encoding: 'utf8' });
}
process.stdout.write(head);
