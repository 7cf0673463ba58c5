// Lists the tests that JavaScript and TypeScript files declare, from their syntax: nothing of the project is run, and its configuration
// is read as text. Told on standard input: root, files, modules, framework and the script of npm test. Prints one JSON object.
//
// A test has path, line, id (as the framework's runner here names it; ANY stands for what is not written in the source), also (what it
// may be called instead), overshadowed (another test of its file is marked .only) and why (what leaves it out, or null). What helpers and
// loops make is not listed. notes says where the project's own code can make another test of one, under its name.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { argumentsOf, glob, testFiles } from './test_files.mjs';

const ANY = '\u0001';
const MAX_TESTS = 50_000;
const NAME = 900;
const { root, files, modules, framework, script } = JSON.parse(fs.readFileSync(0, 'utf8'));
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
const JEST = /(?:^|\/)jest\.config\.[cm]?[jt]s$/;
const VITEST = /(?:^|\/)(?:vitest|vite)\.(?:config|workspace)\.[cm]?[jt]s$/;
const CONDITION = 'it is declared only under a condition that can\'t be read from its source';

function parse(file, source) {
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

const textOf = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const matcher = (pattern) => (picomatch ? picomatch(pattern, { dot: true }) : (name) => glob(pattern).test(name));
const keyOf = (node) => node?.name ?? (typeof node?.value === 'string' ? node.value : null);

// ----------------------------------------------------------------------------------------------------------- configuration

/** Texts that a configuration gives for some keys, wherever in it; what it computes is not among them. */
function settings(names, keys, within) {
  const found = new Map();
  const visit = (node, around) => {
    const todo = [[node, around]];
    while (todo.length > 0) {
      const [at, holder] = todo.pop();
      if (at === null || typeof at !== 'object') { continue; }
      if (Array.isArray(at)) { at.forEach((each) => todo.push([each, holder])); continue; }
      const key = at.type === 'Property' ? keyOf(at.key) : null;
      if (key !== null && keys.includes(key) && (within === null || within === holder)) {
        const values = at.value.type === 'ArrayExpression' ? at.value.elements : [at.value];
        found.set(key, (found.get(key) ?? []).concat(values.map((each) => each?.regex?.pattern ?? each?.value ?? null)
          .filter((each) => typeof each === 'string' || typeof each === 'boolean').map(String)));
      }
      for (const [name, child] of Object.entries(at)) {
        if (name !== 'loc' && name !== 'range' && name !== 'parent') { todo.push([child, key ?? holder]); }
      }
    }
  };
  for (const name of names) {
    try {
      const source = textOf(name);
      if (/\.ya?ml$/.test(name)) {
        yaml(source).forEach((values, key) => { if (keys.includes(key)) { found.set(key, values); } });
      } else if (/(?:json|rc|jsonc)$/.test(name)) {
        const tree = parse('x.js', '(' + source + '\n)');
        const section = name === 'package.json'
          ? tree.body[0].expression.properties.find((each) => keyOf(each.key) === framework)?.value : tree;
        visit(section ?? null, null);
      } else {
        visit(parse(name, source), null);
      }
    } catch {
      // Not there, or not to be read: then nothing in it explains anything
    }
  }
  return found;
}

/** Keys and their texts or lists of texts, as far as .mocharc.yml needs. */
function yaml(source) {
  const found = new Map();
  let key = null;
  for (const line of source.split('\n')) {
    const pair = /^([\w-]+):\s*(.*?)\s*$/.exec(line);
    const item = /^\s+-\s+(.*?)\s*$/.exec(line) ?? /^-\s+(.*?)\s*$/.exec(line);
    const plain = (text) => text.replace(/^(["'])(.*)\1$/, '$2');
    if (pair) {
      key = pair[1];
      found.set(key, pair[2] === '' ? [] : pair[2].replace(/^\[|\]$/g, '').split(',').map((each) => plain(each.trim())));
    } else if (item && key !== null) {
      found.get(key).push(plain(item[1]));
    }
  }
  return found;
}

const WITH_VALUE = /^(?:-[rtuRgfOsjcC]|--(?:require|timeout|ui|reporter|grep|fgrep|reporter-options?|slow|jobs|retries|config|package|import|loader|ignore|exclude|extension|file|spec|project|testTimeout|rootDir|env|testPathIgnorePatterns|dir|root))$/;

/** What a script says after the program's name: options with what follows them, and the rest. */
function commandLine(program) {
  const words = argumentsOf(script, program);
  const options = new Map();
  const rest = [];
  for (let i = 0; i < words.length; i++) {
    const [name, ...value] = words[i].split('=');
    if (!words[i].startsWith('-')) {
      rest.push(words[i]);
    } else {
      const values = value.length > 0 ? [value.join('=')] : WITH_VALUE.test(words[i]) && i + 1 < words.length ? [words[++i]] : [];
      options.set(name, (options.get(name) ?? []).concat(values));
    }
  }
  return { options, rest };
}

/** For each framework: why a file is not run, null if it is, undefined if it is none of its files of tests. */
const CHOOSING = {
  node() {
    const chosen = new Set(testFiles(root, 'node', script));
    const usual = new Set(testFiles(root, 'node', ''));
    return (file) => (chosen.has(file) ? null : usual.has(file) ? 'the test script of package.json names other files' : undefined);
  },

  mocha() {
    const { options, rest } = commandLine('mocha');
    const named = settings(['.mocharc.js', '.mocharc.cjs', '.mocharc.mjs', '.mocharc.yaml', '.mocharc.yml', '.mocharc.jsonc', '.mocharc.json', '.mocharc', 'package.json'],
      ['spec', 'ignore', 'exclude', 'recursive', 'extension', 'grep', 'g', 'fgrep', 'f'], null);
    const all = (...keys) => keys.flatMap((key) => [...(named.get(key) ?? []), ...(options.get((key.length > 1 ? '--' : '-') + key) ?? [])]);
    const extensions = all('extension').map((each) => each.replace(/^\./, ''));
    const ending = new RegExp('\\.(?:' + (extensions.length ? extensions : ['js', 'cjs', 'mjs']).map((each) => each.replace(/\W/g, '\\$&')).join('|') + ')$');
    const recursive = options.has('--recursive') || all('recursive').includes('true');
    const places = [...rest, ...all('spec')].map((each) => path.posix.normalize(each).replace(/\/$/, ''));
    const inside = (file, place) => file === place || matcher(place)(file)
      || file.startsWith(place + '/') && ending.test(file) && (recursive || !file.slice(place.length + 1).includes('/'));
    const ignored = all('ignore', 'exclude').map((each) => path.posix.normalize(each));
    const selected = ['grep', 'g', 'fgrep', 'f'].some((key) => named.has(key) || options.has((key.length > 1 ? '--' : '-') + key));
    return (file) => {
      const usual = /^test\/[^/]+\.[cm]?js$/.test(file);
      const chosen = places.length === 0 ? inside(file, 'test') : places.some((place) => inside(file, place));
      if (!usual && !chosen) { return undefined; }
      if (ignored.some((place) => file === place || matcher(place)(file))) { return 'mocha\'s configuration ignores its file'; }
      return !chosen ? 'mocha\'s configuration names other files' : selected ? 'mocha\'s configuration selects tests by their names' : null;
    };
  },

  jest() {
    const { options, rest } = commandLine('jest');
    const names = files.filter((file) => JEST.test(file)).concat('jest.config.json', options.get('--config') ?? options.get('-c') ?? [], 'package.json');
    const named = settings(names, ['testMatch', 'testRegex', 'testPathIgnorePatterns', 'modulePathIgnorePatterns', 'roots', 'rootDir'], null);
    const get = (key) => named.get(key) ?? [];
    const below = (text) => text.replace('<rootDir>/', '').replace(/^\.\//, '').replace(/\/$/, '');
    const regex = (text, file) => { try { return new RegExp(text.replace('<rootDir>', '')).test('/' + file); } catch { return false; } };
    const matching = (file) => get('testMatch').some((each) => matcher(below(each))(file) || matcher(below(each))('/' + file))
      || get('testRegex').some((each) => regex(each, file));
    const folders = [...get('roots'), ...get('rootDir')].map(below).filter((each) => each !== '' && each !== '.' && each !== '<rootDir>');
    return (file) => {
      const usual = /(?:^|\/)(?:__tests__\/.*|(?:[^/]+\.)?(?:spec|test))\.[cm]?[jt]sx?$/.test(file);
      const own = get('testMatch').length + get('testRegex').length > 0;
      if (!usual && !(own && matching(file))) { return undefined; }
      if ([...get('testPathIgnorePatterns'), ...get('modulePathIgnorePatterns'), ...(options.get('--testPathIgnorePatterns') ?? [])].some((each) => regex(each, file))) {
        return 'jest\'s configuration ignores its file';
      }
      if (folders.length > 0 && !folders.some((each) => file.startsWith(each + '/'))) { return 'roots or rootDir of jest\'s configuration name other folders'; }
      if (own && !matching(file)) { return 'testMatch or testRegex of jest\'s configuration names other files'; }
      if (rest.length > 0 && !rest.some((each) => regex(each, file) || regex(each, './' + file))) { return 'the test script of package.json names other files'; }
      return null;
    };
  },

  vitest() {
    const { options, rest } = commandLine('vitest');
    const filters = rest.filter((word) => !['run', 'watch', 'dev', 'related'].includes(word)).map((word) => word.replace(/^\.\//, ''));
    const folder = (options.get('--dir') ?? []).map((each) => path.posix.normalize(each));
    const excluded = options.get('--exclude') ?? [];
    const usualNames = files.filter((file) => VITEST.test(file));
    // Of each place that has one: a project may be made of several
    const configurations = [...usualNames, ...(options.get('--config') ?? [])].map((name) => {
      const place = path.posix.dirname(name);
      const named = settings([name], ['include', 'exclude', 'dir'], 'test');
      const get = (key) => (named.get(key) ?? []).map((each) => path.posix.join(place, each));
      return { place: place === '.' ? '' : place + '/', include: get('include'), exclude: get('exclude'), dir: get('dir') };
    });
    const matchingOne = (patterns, file) => patterns.some((each) => matcher(each)(file));
    return (file) => {
      const usual = /[^/]+\.(?:test|spec)\.[cm]?[jt]sx?$/.test(file);
      const those = configurations.filter(({ place }) => file.startsWith(place));
      const include = those.flatMap((each) => each.include);
      const dirs = [...folder, ...those.flatMap((each) => each.dir)];
      if (!usual && !matchingOne(include, file)) { return undefined; }
      if (matchingOne([...excluded, ...those.flatMap((each) => each.exclude)], file)) { return 'exclude in vitest\'s configuration names its file'; }
      if (include.length > 0 && !matchingOne(include, file)) { return 'include in vitest\'s configuration names other files'; }
      if (dirs.length > 0 && !dirs.some((each) => file.startsWith(each + '/'))) { return 'dir in vitest\'s configuration names another folder'; }
      if (filters.length > 0 && !filters.some((each) => file.includes(each))) { return 'the test script of package.json names other files'; }
      return /(?:^|\/)cypress\//.test(file) ? 'the folder cypress is another framework\'s' : null;
    };
  },
};

/** Configurations in which code of the project's, no package's, is told to rewrite what is loaded. */
function rewriters() {
  const own = (text) => /^(?:\.|\/|<rootDir>)/.test(text);
  const names = framework === 'jest' ? [...files.filter((file) => JEST.test(file)), 'jest.config.json', 'package.json'] : files.filter((file) => VITEST.test(file));
  return names.filter((name) => {
    let source;
    try {
      source = parse(name === 'package.json' || name.endsWith('.json') ? 'x.js' : name, name.endsWith('.json') ? '(' + textOf(name) + '\n)' : textOf(name));
    } catch {
      return false;
    }
    const imported = new Set(source.body.filter((each) => each.type === 'ImportDeclaration' && !own(each.source.value))
      .flatMap((each) => each.specifiers.map((specifier) => specifier.local.name)));
    const rewrites = (key, value) => {
      if (key === 'transform' && framework === 'jest') {
        return value.type !== 'ObjectExpression' || value.properties.some(({ value: each }) => {
          const first = each?.type === 'ArrayExpression' ? each.elements[0] : each;
          return typeof first?.value !== 'string' || own(first.value);
        });
      }
      return key === 'plugins' && framework === 'vitest' && (value.type !== 'ArrayExpression'
        || value.elements.some((each) => !(each?.type === 'CallExpression' && imported.has(each.callee.name))));
    };
    const todo = [source];
    while (todo.length > 0) {
      const at = todo.pop();
      if (at?.type === 'Property' && at.value?.type !== 'ArrowFunctionExpression' && rewrites(keyOf(at.key), at.value)) { return true; }
      for (const [key, child] of Object.entries(at ?? {})) {
        if (child && typeof child === 'object' && !['loc', 'range', 'parent'].includes(key)) { todo.push(child); }
      }
    }
    return false;
  });
}

// ------------------------------------------------------------------------------------------------------------------- tests

const TESTS = new Set(['test', 'it', 'specify', 'fit', 'xit', 'xtest', 'xspecify']);
const SUITES = new Set(['describe', 'context', 'suite', 'fdescribe', 'xdescribe', 'xcontext']);
const FROM = { node: ['node:test'], mocha: ['mocha'], jest: ['@jest/globals'], vitest: ['vitest'] }[framework] ?? [];
const FUNCTIONS = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

/** What a file's own names stand for: a name of the framework's, * for all of it, null for something else. */
function bindings(program) {
  const known = new Map();
  const bind = (pattern, value) => {
    if (pattern.type === 'Identifier') {
      known.set(pattern.name, value);
    } else if (pattern.type === 'ObjectPattern') {
      for (const property of pattern.properties) {
        if (property.value?.type === 'Identifier') { known.set(property.value.name, value === '*' ? keyOf(property.key) : null); }
      }
    }
  };
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const ours = FROM.includes(statement.source.value);
      for (const each of statement.specifiers) {
        known.set(each.local.name, !ours ? null : each.type === 'ImportSpecifier' ? keyOf(each.imported) : '*');
      }
    } else if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) { bind(id, init ? standsFor(init, known) : null); }
    } else if (statement.id?.name) {
      known.set(statement.id.name, null);
    }
  }
  return known;
}

function standsFor(node, known) {
  if (node.type === 'CallExpression' && node.callee.name === 'require') {
    return FROM.includes(node.arguments[0]?.value) ? '*' : null;
  }
  if (node.type === 'Identifier') { return meaning(node.name, known); }
  if (node.type === 'MemberExpression') {
    const holder = standsFor(node.object, known);
    return holder === '*' ? keyOf(node.property) : holder;
  }
  // test.extend(...)
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && keyOf(node.callee.property) === 'extend'
    ? standsFor(node.callee.object, known) : null;
}

const meaning = (name, known) => (known.has(name) ? known.get(name)
  : framework !== 'node' && (TESTS.has(name) || SUITES.has(name)) ? name : null);

/** Whether a call declares a test or a suite, with what is said in between: .skip, .only, .each(...). */
function declaration(call, known) {
  const said = [];
  let at = call.callee;
  if (at.type === 'CallExpression' || at.type === 'TaggedTemplateExpression') { at = at.callee ?? at.tag; }
  while (at.type === 'MemberExpression') {
    said.push(keyOf(at.property));
    at = at.object;
  }
  let name = at.type === 'Identifier' ? meaning(at.name, known) : null;
  if (name === '*' || name === 'default') { name = TESTS.has(said.at(-1)) || SUITES.has(said.at(-1)) ? said.pop() : 'test'; }
  if (name === null || !TESTS.has(name) && !SUITES.has(name)) { return null; }
  if (said.some((each) => !['skip', 'todo', 'only', 'each', 'for', 'failing', 'fails', 'concurrent', 'sequential', 'skipIf', 'runIf', 'shuffle', 'expectFailure'].includes(each))) { return null; }
  if (at !== call.callee && !said.some((each) => each === 'each' || each === 'for' || /If$/.test(each)) && call.callee.type !== 'MemberExpression') { return null; }
  return {
    suite: SUITES.has(name), only: said.includes('only') || name[0] === 'f', skipped: said.includes('skip') || said.includes('todo') || name[0] === 'x',
    several: said.includes('each') || said.includes('for'), conditional: said.some((each) => /If$/.test(each)),
  };
}

function nameOf(node, several) {
  if (node === undefined) { return ANY; }
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return several ? node.value.replace(/%%|%[a-z#$]|\$[\w.]+/gi, ANY) : node.value;
  }
  if (node.type === 'TemplateLiteral') {
    const text = node.quasis.map((each) => each.value.cooked ?? ANY).join(ANY);
    return several ? text.replace(/%%|%[a-z#$]|\$[\w.]+/gi, ANY) : text;
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') { return nameOf(node.left, several) + nameOf(node.right, several); }
  return ANY;
}

/** Marked in its options, as node and vitest have them. */
function markedByOptions(call) {
  return call.arguments.some((each) => each.type === 'ObjectExpression' && each.properties.some((property) =>
    ['skip', 'todo'].includes(keyOf(property.key)) && property.value?.value !== false));
}

function leaves(node) {
  if (!node) { return false; }
  if (node.type === 'BlockStatement') { return node.body.some(leaves); }
  return node.type === 'ReturnStatement' || node.type === 'ThrowStatement'
    || node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression' && keyOf(node.expression.callee.property) === 'exit';
}

function constant(node) {
  return node.type === 'Literal' ? Boolean(node.value) : node.type === 'UnaryExpression' && node.operator === '!' && constant(node.argument) !== null
    ? !constant(node.argument) : null;
}

/** The tests of one file: titles around, whether it is skipped, only or conditional is handed down. */
function testsOf(program, known) {
  const found = [];
  const visit = (statements, state) => {
    let { conditional } = state;
    for (const statement of statements) {
      if (!statement) { continue; }
      const inner = { ...state, conditional };
      switch (statement.type) {
        case 'ExpressionStatement': expression(statement.expression, inner); break;
        case 'BlockStatement': visit(statement.body, inner); break;
        case 'IfStatement': {
          const value = constant(statement.test);
          const branch = { ...inner, conditional: conditional || value === null };
          if (value !== false) { visit([statement.consequent], branch); }
          if (value !== true) { visit([statement.alternate], branch); }
          if (value === null && (leaves(statement.consequent) || leaves(statement.alternate))) { conditional = true; }
          break;
        }
        case 'TryStatement':
          visit([statement.block], inner);
          visit([statement.handler?.body], { ...inner, conditional: true });
          visit([statement.finalizer], inner);
          break;
        case 'SwitchStatement': statement.cases.forEach((each) => visit(each.consequent, { ...inner, conditional: true })); break;
        case 'ExportNamedDeclaration': visit([statement.declaration], inner); break;
        default:
      }
    }
  };
  const expression = (node, state) => {
    if (node.type === 'AwaitExpression' || node.type === 'UnaryExpression') { return expression(node.argument, state); }
    if (node.type === 'LogicalExpression') { return expression(node.right, { ...state, conditional: true }); }
    if (node.type !== 'CallExpression') { return undefined; }
    if (FUNCTIONS.has(node.callee.type)) { return visit(bodyOf(node.callee), state); }
    const declared = declaration(node, known);
    if (declared === null) {
      const { object } = node.callee;
      return object?.type === 'CallExpression' || FUNCTIONS.has(object?.type) && keyOf(node.callee.property) === 'call'
        ? object.type === 'CallExpression' ? expression(object, state) : visit(bodyOf(object), state) : undefined;
    }
    const now = {
      titles: [...state.titles, nameOf(node.arguments[0], declared.several)], only: state.only || declared.only,
      skipped: state.skipped || declared.suite && (declared.skipped || markedByOptions(node)), conditional: state.conditional || declared.conditional,
    };
    if (!declared.suite) {
      const marked = declared.skipped || markedByOptions(node);
      found.push({ ...now, marked, line: node.loc.start.line, hasOnly: declared.only });
    } else {
      if (declared.only) { found.only = true; }
      const body = node.arguments.find((each) => FUNCTIONS.has(each.type));
      if (body) { visit(bodyOf(body), now); }
    }
    return undefined;
  };
  visit(program.body, { titles: [], only: false, skipped: false, conditional: false });
  found.only = found.only || found.some((each) => each.hasOnly);
  return found;
}

const bodyOf = (fn) => (fn.body.type === 'BlockStatement' ? fn.body.body : [{ type: 'ExpressionStatement', expression: fn.body }]);

// ------------------------------------------------------------------------------------------------------------------- start

const tests = [];
const why = CHOOSING[framework]?.();
let left = 0;

function add(test) {
  if (tests.length < MAX_TESTS) { tests.push({ also: [], overshadowed: false, why: null, ...test }); } else { left++; }
}

for (const file of why ? files : []) {
  const outside = why(file);
  if (outside === undefined || /\.d\.[cm]?ts$/.test(file)) { continue; }
  let found;
  try {
    const program = parse(file, textOf(file));
    found = testsOf(program, bindings(program));
  } catch {
    // What can't be parsed here can't be loaded there, or is another language: something must be said of it
    add({ path: file, line: 1, id: file, also: [file + ' > ' + ANY], why: outside });
    continue;
  }
  for (const test of found) {
    const name = file + ' > ' + test.titles.map((each) => (each.length > NAME ? each.slice(0, NAME / 4) + ANY : each)).join(' > ');
    add({
      path: file, line: test.line, id: name.length > NAME ? name.slice(0, NAME / 2) + ANY : name,
      overshadowed: found.only === true && !test.only && !test.marked && !test.skipped && ['jest', 'vitest'].includes(framework),
      why: outside ?? (test.skipped ? 'its suite is marked to be skipped' : test.conditional ? CONDITION : null),
    });
  }
  if (found.length === 0 && framework !== 'mocha') { add({ path: file, line: 1, id: file, also: [file + ' > ' + ANY], why: outside }); }
}
const notes = ['jest', 'vitest'].includes(framework) ? rewriters().map((name) => name
  + ' lets code of the project rewrite its tests while they are loaded: what they check need not be what their files say') : [];
process.stdout.write(JSON.stringify({ tests, left, notes }));
