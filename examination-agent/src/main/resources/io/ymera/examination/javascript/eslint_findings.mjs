// Runs ESLint with rules of our own, the same for every project, and prints what it says as one JSON object. Told on standard input:
// root, the project's folder, and files, relative to it.

import fs from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const MAX_FINDINGS = 5000;
const MESSAGE = 1000;
const { root, files, modules } = JSON.parse(fs.readFileSync(0, 'utf8'));
const require = createRequire(path.join(modules, 'x.js'));
const { ESLint } = require('eslint');
const { builtinRules } = require('eslint/use-at-your-own-risk');

function optional(name) {
  try {
    return require(name);
  } catch {
    return null;
  }
}

const typescript = optional('@typescript-eslint/parser');
const isTypescript = (file) => /\.[cm]?tsx?$/.test(file);

/** More than ESLint recommends, where it is most often a mistake. */
const MORE = {
  'array-callback-return': 2, 'default-case-last': 1, 'eqeqeq': [1, 'smart'], 'no-await-in-loop': 1, 'no-caller': 2,
  'no-constructor-return': 2, 'no-eval': 2, 'no-extend-native': 2, 'no-implied-eval': 2, 'no-loop-func': 1, 'no-new-func': 2,
  'no-new-wrappers': 2, 'no-promise-executor-return': 1, 'no-return-assign': 1, 'no-script-url': 2, 'no-self-compare': 2,
  'no-sequences': 1, 'no-template-curly-in-string': 1, 'no-throw-literal': 2, 'no-unreachable-loop': 2, 'no-unused-expressions': 1,
  'no-useless-call': 1, 'no-useless-concat': 1, 'no-useless-return': 1, 'no-var': 1, 'prefer-const': 1, 'radix': 1,
};
const SECURITY = new Set(['no-eval', 'no-implied-eval', 'no-new-func', 'no-script-url', 'no-caller', 'no-extend-native', 'no-control-regex',
  'no-prototype-builtins']);
const PERFORMANCE = new Set(['no-await-in-loop', 'no-loop-func', 'no-useless-call', 'no-useless-concat']);
/** What a TypeScript parser alone makes false alarms of. */
/** ESLint calls what breaks these a problem, but the program does what it should. */
const HARMLESS = new Set(['no-unused-vars', 'no-unused-private-class-members']);
const NOT_FOR_TYPESCRIPT = ['no-undef', 'no-redeclare', 'no-dupe-class-members', 'no-unused-vars', 'no-unused-private-class-members'];

const rules = {};
const types = {};
for (const [name, rule] of builtinRules) {
  types[name] = { type: rule.meta?.type ?? 'problem', help: rule.meta?.docs?.url ?? null };
  if (rule.meta?.docs?.recommended) { rules[name] = 2; }
}
Object.assign(rules, Object.fromEntries(Object.entries(MORE).filter(([name]) => builtinRules.has(name))));

const globals = Object.fromEntries([
  ...Object.getOwnPropertyNames(globalThis), 'require', 'module', 'exports', '__dirname', '__filename',
  'window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'alert', 'XMLHttpRequest', 'HTMLElement',
  'Element', 'Node', 'Image', 'requestAnimationFrame', 'cancelAnimationFrame', 'self', 'FileReader', 'CustomEvent', 'getComputedStyle',
  'describe', 'it', 'test', 'expect', 'before', 'after', 'beforeEach', 'afterEach', 'beforeAll', 'afterAll', 'suite', 'jest', 'vi',
  ...builtinModules.filter((name) => name === 'node:test'),
].map((name) => [name, 'readonly']));

const base = {
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  languageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals, parserOptions: { ecmaFeatures: { jsx: true } } },
  rules,
};
const config = [
  { files: ['**/*.{js,mjs,jsx}'], ...base },
  { files: ['**/*.cjs'], ...base, languageOptions: { ...base.languageOptions, sourceType: 'commonjs' } },
];
if (typescript) {
  config.push({
    files: ['**/*.{ts,mts,cts,tsx}'],
    ...base,
    languageOptions: { ...base.languageOptions, parser: typescript },
    rules: { ...rules, ...Object.fromEntries(NOT_FOR_TYPESCRIPT.map((name) => [name, 0])) },
  });
}

/** A script, by what it says: ESLint would not take `with` or a return at its top for a module's. */
function scripts(chosen) {
  return chosen.filter((file) => /\.jsx?$/.test(file)
    && !/^\s*(?:import\s*[\w{*'"]|export\s)/m.test(fs.readFileSync(path.join(root, file), 'utf8')));
}

const chosen = files.filter((file) => typescript || !isTypescript(file));
const common = scripts(chosen);
if (common.length > 0) {
  const literally = (file) => file.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
  config.push({ files: common.map(literally), languageOptions: { ...base.languageOptions, sourceType: 'commonjs' } });
}

const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config, ignore: false, errorOnUnmatchedPattern: false });
const findings = [];
let left = 0;
for (const file of chosen) {
  const [result] = await eslint.lintText(fs.readFileSync(path.join(root, file), 'utf8'), { filePath: path.join(root, file) });
  for (const message of result?.messages ?? []) {
    if (message.ruleId === null && /noInlineConfig/.test(message.message)) { continue; }
    if (findings.length >= MAX_FINDINGS) {
      left++;
      continue;
    }
    const rule = message.ruleId ?? (message.fatal ? 'parse-error' : 'eslint');
    const { type, help } = types[rule] ?? { type: 'problem', help: null };
    findings.push({
      path: file,
      line: Math.max(1, message.line ?? 1),
      column: message.column ?? null,
      end_line: message.endLine ?? null,
      rule,
      level: message.fatal || message.severity === 2 && (type === 'problem' && !HARMLESS.has(rule) || SECURITY.has(rule)) ? 'error' : 'warning',
      category: SECURITY.has(rule) ? 'security' : PERFORMANCE.has(rule) ? 'performance' : type === 'problem' ? 'bug' : 'style',
      message: message.message.slice(0, MESSAGE),
      help,
    });
  }
}
process.stdout.write(JSON.stringify({
  version: ESLint.version, findings, left_out: left, typescript: typescript?.version ?? typescript?.meta?.version ?? null,
}));
