// What the inventory is told, and the project's files as syntax trees.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { glob } from './test_files.mjs';

/** What stands for any text in a name. */
export const ANY = '\u0001';
export const { root, files, modules, framework, script } = JSON.parse(fs.readFileSync(0, 'utf8'));

const require = createRequire(path.join(modules, 'x.js'));
const espree = createRequire(require.resolve('eslint'))('espree');

function optional(name) {
  try {
    return require(name);
  } catch {
    return null;
  }
}

const typescript = optional('@typescript-eslint/parser');
const picomatch = optional('picomatch');

export function parse(file, source) {
  if (/\.[cm]?tsx?$/.test(file)) {
    return typescript.parseForESLint(source, { range: true, loc: true, jsx: file.endsWith('x'), filePath: path.join(root, file) }).ast;
  }
  const options = { ecmaVersion: 'latest', loc: true, ecmaFeatures: { jsx: true } };
  try {
    return espree.parse(source, { ...options, sourceType: 'module' });
  } catch {
    return espree.parse(source, { ...options, sourceType: 'commonjs' });
  }
}

export const textOf = (file) => fs.readFileSync(path.join(root, file), 'utf8');
export const matcher = (pattern) => (picomatch ? picomatch(pattern, { dot: true }) : (name) => glob(pattern).test(name));
export const keyOf = (node) => node?.name ?? (typeof node?.value === 'string' ? node.value : null);

/** A file of configuration; what JSON is in is an object in parentheses. */
export function parseConfiguration(name) {
  const json = /(?:json|rc|jsonc)$/.test(name);
  return json ? parse('x.js', '(' + textOf(name) + '\n)') : parse(name, textOf(name));
}

/** The nodes below one, itself first. */
export function* nodesOf(node) {
  const todo = [node];
  while (todo.length > 0) {
    const at = todo.pop();
    if (at === null || typeof at !== 'object') { continue; }
    if (typeof at.type === 'string') { yield at; }
    for (const [key, child] of Object.entries(at)) {
      if (!['loc', 'range', 'parent'].includes(key)) { todo.push(child); }
    }
  }
}
