// Reads what JavaScript and TypeScript files consist of and prints it as one JSON object. Told on standard input: root and files.
//
// Complexity is counted as ESLint's rule `complexity` does (its "classic" variant): 1, and one more for each if, loop, case, catch,
// ?:, &&, ||, ??, &&=, ||=, ??=, ?. and default value in the function itself, not in functions inside it.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const MAX_UNITS = 50_000;
const MAX_NOTES = 50;
const NAME = 200;
const { root, files, modules } = JSON.parse(fs.readFileSync(0, 'utf8'));
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
const isTypescript = (file) => /\.[cm]?tsx?$/.test(file);
const units = [];
const notes = [];
const unread = [];

function parse(file, source) {
  if (isTypescript(file)) {
    return typescript.parseForESLint(source, { range: true, loc: true, comment: true, jsx: file.endsWith('x'), filePath: path.join(root, file) }).ast;
  }
  const options = { ecmaVersion: 'latest', range: true, loc: true, comment: true, ecmaFeatures: { jsx: true, globalReturn: false } };
  try {
    return espree.parse(source, { ...options, sourceType: 'module' });
  } catch (error) {
    try {
      return espree.parse(source, { ...options, sourceType: 'commonjs' });
    } catch {
      throw error;
    }
  }
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const CLASSES = new Set(['ClassDeclaration', 'ClassExpression']);
const TYPES = new Set(['TSInterfaceDeclaration', 'TSEnumDeclaration', 'TSTypeAliasDeclaration']);
const BRANCHES = new Set(['CatchClause', 'ConditionalExpression', 'LogicalExpression', 'ForStatement', 'ForInStatement', 'ForOfStatement',
  'IfStatement', 'WhileStatement', 'DoWhileStatement', 'AssignmentPattern']);
const SKIPPED = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'type', 'start', 'end']);

function children(node) {
  const found = [];
  for (const key of Object.keys(node)) {
    if (SKIPPED.has(key)) { continue; }
    const value = node[key];
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') { found.push(child); }
    }
  }
  return found;
}

function branches(node) {
  if (BRANCHES.has(node.type)) { return 1; }
  if (node.type === 'SwitchCase') { return node.test ? 1 : 0; }
  if (node.type === 'AssignmentExpression') { return ['&&=', '||=', '??='].includes(node.operator) ? 1 : 0; }
  return (node.type === 'MemberExpression' || node.type === 'CallExpression') && node.optional === true ? 1 : 0;
}

/** Without recursion: code can be nested deeper than a stack. Decorators and computed keys belong to what is around. */
function complexity(fn) {
  let count = 1;
  const todo = [...fn.params, fn.body];
  while (todo.length > 0) {
    const node = todo.pop();
    count += branches(node);
    if (FUNCTIONS.has(node.type) || node.type === 'StaticBlock') { continue; }
    if (node.type === 'PropertyDefinition') {
      if (node.computed) { todo.push(node.key); }
      continue;
    }
    todo.push(...children(node));
  }
  return count;
}

const nameOf = (key) => (key?.type === 'PrivateIdentifier' ? '#' + key.name : key?.name ?? (key?.value === undefined ? null : String(key.value)));

/** Names that a file lets others use, in the ways of ES modules and of CommonJS. */
function exportedNames(ast) {
  const names = new Set();
  const isModuleExports = (node) => node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === 'module'
    && nameOf(node.property) === 'exports';
  const isExports = (node) => isModuleExports(node) || node.type === 'Identifier' && node.name === 'exports';
  for (const statement of ast.body) {
    if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      for (const specifier of statement.specifiers) { names.add(nameOf(specifier.local)); }
    } else if (statement.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'Identifier') {
      names.add(statement.declaration.name);
    } else if (statement.type === 'TSExportAssignment' && statement.expression.type === 'Identifier') {
      names.add(statement.expression.name);
    }
    let assignment = statement.type === 'ExpressionStatement' ? statement.expression : null;
    while (assignment?.type === 'AssignmentExpression') {
      const { left, right } = assignment;
      if (isModuleExports(left) || left.type === 'MemberExpression' && isExports(left.object)) {
        if (right.type === 'Identifier') { names.add(right.name); }
        if (right.type === 'ObjectExpression') {
          for (const property of right.properties) { if (property.value?.type === 'Identifier') { names.add(property.value.name); } }
        }
      }
      assignment = right;
    }
  }
  return { names, isExports };
}

function read(file) {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  let ast;
  try {
    ast = parse(file, source);
  } catch (error) {
    if (notes.length < MAX_NOTES) { notes.push(file + ' can\'t be parsed: ' + String(error.message).slice(0, 300)); }
    return;
  }
  const documentation = new Map();
  for (const comment of ast.comments) {
    if (comment.type === 'Block' && comment.value.startsWith('*')) {
      const space = /\s*/y;
      space.lastIndex = comment.range[1];
      documentation.set(comment.range[1] + space.exec(source)[0].length, comment);
    }
  }
  const documented = (...nodes) => nodes.some((node) => node && documentation.has(node.range[0]));
  const { names, isExports } = exportedNames(ast);
  const overloads = new Set();
  const first = [...documentation.values()].find((comment) => /@(?:file|fileoverview|module|packageDocumentation)\b/.test(comment.value));
  const last = ast.loc.end.line;
  add(file, 'module', 1, Math.max(1, last), null, false, Boolean(first));

  function add(name, kind, line, end, complexity_, exported, described) {
    if (units.length < MAX_UNITS) {
      units.push({ path: file, name: name.slice(0, NAME), kind, line, end_line: Math.max(line, end), complexity: complexity_, exported, documented: described });
    }
  }

  // outer: the qualified name around; open: whether what is found here can be used from outside; shown: nodes a JSDoc may stand before
  const todo = [{ node: ast, outer: '', name: null, open: true, top: true, shown: [], constructor: false }];
  const push = (list) => { for (let i = list.length - 1; i >= 0; i--) { todo.push(list[i]); } };
  while (todo.length > 0) {
    const at = todo.pop();
    const { node, outer } = at;
    const inside = (child, more) => ({ node: child, outer, name: null, open: false, top: false, shown: [], constructor: false, ...more });
    const qualified = (name) => (outer === '' ? name : outer + '.' + name);
    if (FUNCTIONS.has(node.type)) {
      const name = qualified(at.name ?? nameOf(node.id) ?? '<anonymous>');
      const known = at.open || at.top && names.has(node.id?.name ?? at.name);
      add(name, 'function', node.loc.start.line, node.loc.end.line, complexity(node), known && !at.constructor,
        documented(node, ...at.shown) || overloads.has(name));
      push([...node.params, node.body].map((child) => inside(child, { outer: name })));
    } else if (CLASSES.has(node.type)) {
      const name = qualified(at.name ?? nameOf(node.id) ?? '<anonymous>');
      const open = at.open || at.top && names.has(node.id?.name ?? at.name);
      add(name, 'type', node.loc.start.line, node.loc.end.line, null, open, documented(node, ...at.shown, node.decorators?.[0]));
      push(children(node).map((child) => inside(child, { outer: name, open: child === node.body && open })));
    } else if (TYPES.has(node.type)) {
      add(qualified(nameOf(node.id)), 'type', node.loc.start.line, node.loc.end.line, null, at.open || at.top && names.has(node.id.name),
        documented(node, ...at.shown));
    } else if (node.type === 'TSDeclareFunction') {
      if (documented(node, ...at.shown)) { overloads.add(qualified(nameOf(node.id) ?? '<anonymous>')); }
    } else if (node.type === 'ClassBody') {
      push(node.body.map((child) => inside(child, { open: at.open })));
    } else if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition' || node.type === 'TSAbstractMethodDefinition') {
      const name = nameOf(node.key) ?? '<computed>';
      const hidden = name.startsWith('#') || name.startsWith('_') || node.accessibility === 'private' || node.accessibility === 'protected';
      if (node.value?.type === 'TSEmptyBodyFunctionExpression') {
        if (documented(node)) { overloads.add(qualified(name)); }
        continue;
      }
      const list = node.computed ? [inside(node.key)] : [];
      if (node.value) {
        list.push(inside(node.value, {
          name: FUNCTIONS.has(node.value.type) || CLASSES.has(node.value.type) ? name : null, open: at.open && !hidden,
          shown: [node, node.decorators?.[0]], constructor: node.kind === 'constructor',
        }));
      }
      push(list);
    } else if (node.type === 'Program') {
      push(node.body.map((child) => inside(child, { top: true })));
    } else if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') {
      if (node.declaration) { push([inside(node.declaration, { open: true, top: true, shown: [node], name: node.type === 'ExportDefaultDeclaration' && !node.declaration.id ? 'default' : null })]); }
    } else if (node.type === 'VariableDeclaration') {
      push(node.declarations.map((child) => inside(child, { top: at.top, open: at.open, shown: [node, ...at.shown] })));
    } else if (node.type === 'VariableDeclarator' && node.init) {
      const named = node.id.type === 'Identifier' && (FUNCTIONS.has(node.init.type) || CLASSES.has(node.init.type));
      push([inside(node.id), inside(node.init, named
        ? { name: node.id.name, top: at.top, open: at.open, shown: at.shown } : { open: false })]);
    } else if (node.type === 'ExpressionStatement') {
      push([inside(node.expression, { top: at.top, shown: [node] })]);
    } else if (node.type === 'AssignmentExpression') {
      const { left, right } = node;
      const whole = at.top && isExports(left);
      const one = at.top && left.type === 'MemberExpression' && isExports(left.object);
      const name = one ? nameOf(left.property) : whole ? right.id ? null : 'default' : nameOf(left.property ?? left);
      push([inside(left), inside(right, {
        name: FUNCTIONS.has(right.type) || CLASSES.has(right.type) ? name : null,
        open: whole || one, top: at.top && right.type === 'AssignmentExpression', shown: at.shown,
        exporting: whole && right.type === 'ObjectExpression',
      })]);
    } else if (node.type === 'ObjectExpression') {
      push(node.properties.map((child) => inside(child, { open: Boolean(at.exporting) })));
    } else if (node.type === 'Property') {
      const list = node.computed ? [inside(node.key)] : [];
      list.push(inside(node.value, {
        name: FUNCTIONS.has(node.value.type) || CLASSES.has(node.value.type) ? nameOf(node.key) : null, open: at.open && !node.shorthand, shown: [node],
      }));
      push(list);
    } else {
      push(children(node).map((child) => inside(child, { top: at.top && node.type.startsWith('TSModule') })));
    }
  }
}

for (const file of files) {
  if (isTypescript(file) && !typescript) {
    unread.push(file);
  } else {
    read(file);
  }
}
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
units.sort((a, b) => order(a.path, b.path) || a.line - b.line || order(a.name, b.name));
process.stdout.write(JSON.stringify({
  units, notes, unread: unread.length, version: createRequire(require.resolve('eslint'))('espree/package.json').version,
}));
