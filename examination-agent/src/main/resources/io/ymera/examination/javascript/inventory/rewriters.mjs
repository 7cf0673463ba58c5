// Where the project's own code, no package's, rewrites files while they are loaded: transforms and presets of jest, plugins and presets
// of Babel, plugins of vitest. A test that such code has rewritten keeps its name and need not check what its file says.
//
// What can't be read as a package's is the project's own. Configurations are followed into the files that they import.

import { isBuiltin } from 'node:module';
import path from 'node:path';
import { commandLine, JEST, sectionOf, VITEST } from './configuration.mjs';
import { files, framework, keyOf, nodesOf, parseConfiguration, root } from './sources.mjs';
import { filesBelow } from './test_files.mjs';

const MOST_FILES = 200;
const BABEL = /(?:^|\/)(?:babel\.config\.(?:[cm]?[jt]s|json)|\.babelrc(?:\.[cm]?[jt]s|\.json)?)$/;
const ENDINGS = ['', '.js', '.cjs', '.mjs', '.ts', '.json', '/index.js', '/index.ts', '/jest-preset.js', '/jest-preset.json'];
/** Under these keys of vite's configuration plugins are for something else than code that is tested. */
const ELSEWHERE = new Set(['postcss', 'css', 'build', 'optimizeDeps']);
const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** Of vite's plugins, what takes part in how code is loaded. */
const HOOKS = new Set(['transform', 'load', 'resolveId', 'config', 'configResolved', 'configureServer', 'buildStart']);

const isOwn = (text) => /^(?:\.|\/|<rootDir>)/.test(text);
/** Node's own modules make of the project's texts and functions what the project wants. */
const isPackage = (text) => !isOwn(text) && !isBuiltin(text);
const textOfLiteral = (node) => (node?.type === 'Literal' && typeof node.value === 'string' ? node.value
  : node?.type === 'TemplateLiteral' && node.quasis.length === 1 ? node.quasis[0].value.cooked : null);

/** What is loaded by `import`, `require`, `require.resolve` and `import.meta.resolve`, as it is written; null for another call. */
function loaded(node) {
  if (node?.type === 'ImportExpression') { return textOfLiteral(node.source); }
  const callee = node?.type === 'CallExpression' ? node.callee : null;
  return callee && (callee.name === 'require' || callee.type === 'MemberExpression' && keyOf(callee.property) === 'resolve')
    ? textOfLiteral(node.arguments[0]) : null;
}

/** Reads one file of configuration. */
function reader(program) {
  const values = new Map();
  const packages = new Set();
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && isPackage(statement.source.value)) {
      statement.specifiers.forEach((each) => packages.add(each.local.name));
    }
    const declarations = (statement.declaration ?? statement).declarations ?? [];
    for (const { id, init } of declarations) {
      if (id.type === 'Identifier') { values.set(id.name, init); }
      (id.properties ?? []).forEach((each) => { if (each.value?.name) { values.set(each.value.name, init); } });
    }
  }
  const asked = new Set();
  const named = (name, ask) => {
    if (packages.has(name) || name === 'undefined') { return true; }
    if (!values.has(name) || asked.has(name)) { return false; }
    asked.add(name);
    const answer = ask(values.get(name));
    asked.delete(name);
    return answer;
  };
  /** Whether a value is a package's. */
  const foreign = (node) => {
    if (!node || textOfLiteral(node) !== null) { return !node || !isOwn(textOfLiteral(node)); }
    if (loaded(node) !== null) { return isPackage(loaded(node)); }
    switch (node.type) {
      case 'Literal': return true;
      case 'Identifier': return named(node.name, foreign);
      case 'MemberExpression': return foreign(node.object);
      case 'CallExpression': case 'NewExpression': return foreign(node.callee) && node.arguments.every(harmless);
      case 'AwaitExpression': case 'SpreadElement': return foreign(node.argument);
      case 'ConditionalExpression': return foreign(node.consequent) && foreign(node.alternate);
      case 'LogicalExpression': return (node.operator === '&&' || foreign(node.left)) && foreign(node.right);
      case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': return foreign(node.expression);
      // [name, options] of Babel and jest, a list of vite
      case 'ArrayExpression': return framework === 'vitest' ? node.elements.every(foreign) : foreign(node.elements[0]);
      default: return false;
    }
  };
  /** Whether what a package's function is given can't be code of the project's that it gives back. */
  const harmless = (node) => {
    if (node?.type === 'Identifier') { return foreign(node); }
    return ![...nodesOf(node)].some((each) => (framework === 'vitest' ? each.type === 'Property' && HOOKS.has(keyOf(each.key)) && !textOfLiteral(each.value)
      : isOwn(textOfLiteral(each) ?? '') || each.type === 'Identifier' && /^__(?:dirname|filename)$/.test(each.name)));
  };
  const plugins = (node) => {
    if (node?.type === 'ArrayExpression') { return node.elements.every((each) => (each?.type === 'SpreadElement' ? plugins(each.argument) : foreign(each))); }
    if (FUNCTIONS.has(node?.type) && node.body.type !== 'BlockStatement') { return plugins(node.body); }
    if (node?.type === 'CallExpression' && node.callee.object?.type === 'ArrayExpression') { return plugins(node.callee.object); }
    return node?.type === 'Identifier' ? named(node.name, plugins) : foreign(node);
  };
  const transforms = (node) => {
    if (node?.type !== 'ObjectExpression') { return node?.type === 'Identifier' ? named(node.name, transforms) : foreign(node); }
    return node.properties.every((each) => each.type === 'SpreadElement' ? foreign(each.argument) : !concerns(each) || foreign(each.value));
  };
  return { foreign, plugins, transforms };
}

/** Whether a transform's pattern is one for code, and not only for styles or pictures. */
function concerns(property) {
  const pattern = property.computed ? null : keyOf(property.key);
  if (pattern === null) { return true; }
  try {
    const regex = new RegExp(pattern);
    return files.some((file) => regex.test(path.posix.join(root, file)));
  } catch {
    return false;
  }
}

/** Whether a file of configuration says that code of the project's own rewrites files. */
function rewrites(program, babel) {
  const { foreign, plugins, transforms } = reader(program);
  const judge = (key, value, around) => {
    if (babel) { return ['plugins', 'presets'].includes(key) && !plugins(value); }
    if (framework === 'jest') { return key === 'transform' && !transforms(value); }
    return key === 'plugins' && !around.some((each) => ELSEWHERE.has(each)) && !plugins(value);
  };
  const todo = [[program, []]];
  while (todo.length > 0) {
    const [node, around] = todo.pop();
    if (node === null || typeof node !== 'object') { continue; }
    let inside = around;
    if (node.type === 'Property' && node.value) {
      const key = keyOf(node.key);
      if (judge(key, node.value, around)) { return true; }
      inside = [...around, key];
    } else if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      if (judge(keyOf(node.left.property), node.right, around)) { return true; }
    } else if (node.type === 'CallExpression' && ['push', 'unshift'].includes(keyOf(node.callee.property)) && node.callee.object?.type === 'MemberExpression') {
      const key = keyOf(node.callee.object.property);
      if (judge(key, { type: 'ArrayExpression', elements: [] }, around) || ['plugins', 'presets'].includes(key) && !node.arguments.every(foreign)) { return true; }
    }
    for (const [name, child] of Object.entries(node)) {
      if (!['loc', 'range', 'parent'].includes(name)) { todo.push([child, inside]); }
    }
  }
  return false;
}

/** The files of the project's own that a file of configuration loads or names as a preset. */
function* next(name, program, all) {
  const todo = [program];
  while (todo.length > 0) {
    const node = todo.pop();
    if (node === null || typeof node !== 'object') { continue; }
    const from = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type) ? node.source?.value
      : node.type === 'Property' && ['preset', 'extends'].includes(keyOf(node.key)) ? textOfLiteral(node.value) : loaded(node);
    if (typeof from === 'string' && isOwn(from)) {
      const place = path.posix.join(from.startsWith('<rootDir>') ? '' : path.posix.dirname(name), from.replace('<rootDir>', ''));
      const file = ENDINGS.map((ending) => place + ending).find((each) => all.has(each));
      if (file) { yield file; }
    }
    for (const [key, child] of Object.entries(node)) {
      if (!['loc', 'range', 'parent'].includes(key)) { todo.push(child); }
    }
  }
}

/** The names of the configurations that say so. */
export function rewriters() {
  if (!['jest', 'vitest'].includes(framework)) { return []; }
  const all = new Set(filesBelow(root));
  const { options } = commandLine(framework);
  const named = [...(options.get('--config') ?? []), ...(options.get('-c') ?? [])].map((each) => path.posix.normalize(each));
  const first = [...all].filter((file) => (framework === 'vitest' ? VITEST.test(file)
    : JEST.test(file) || /(?:^|\/)(?:jest\.config\.json|package\.json)$/.test(file) || BABEL.test(file)));
  const todo = [...first, ...named].map((file) => [file, BABEL.test(file)]);
  const known = new Set();
  const found = new Set();
  while (todo.length > 0 && known.size < MOST_FILES) {
    const [file, babel] = todo.pop();
    if (known.has(file + babel)) { continue; }
    known.add(file + babel);
    try {
      const program = parseConfiguration(file);
      const sections = path.posix.basename(file) === 'package.json'
        ? [[sectionOf(file), false], [sectionOf(file, 'babel'), true]] : [[program, babel]];
      for (const [section, ofBabel] of sections) {
        if (!section) { continue; }
        const whole = section.type === 'Program' ? section : { type: 'Program', body: [section] };
        if (rewrites(whole, ofBabel)) { found.add(file); }
        for (const each of next(file, section, all)) { todo.push([each, ofBabel]); }
      }
    } catch {
      // Not there, or nothing that its reader could read either
    }
  }
  return [...found].sort();
}
