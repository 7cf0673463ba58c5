// The tests that one file declares, from its syntax.

import { ANY, framework, keyOf } from './sources.mjs';

const TESTS = new Set(['test', 'it', 'specify', 'fit', 'xit', 'xtest', 'xspecify']);
const SUITES = new Set(['describe', 'context', 'suite', 'fdescribe', 'xdescribe', 'xcontext']);
const FROM = { node: ['node:test'], tap: ['tap'], mocha: ['mocha'], jest: ['@jest/globals'], vitest: ['vitest'] }[framework] ?? [];
const WITH_GLOBALS = !['node', 'tap'].includes(framework);
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
  : WITH_GLOBALS && (TESTS.has(name) || SUITES.has(name)) ? name : null);

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

/** What names stand for inside of a test of tap, where only its own parameter declares tests under it. */
function insideOf(fn, known) {
  const inside = new Map([...known.keys()].map((name) => [name, null]));
  if (fn.params[0]?.type === 'Identifier') { inside.set(fn.params[0].name, '*'); }
  return inside;
}

/** The tests of one file: titles around, whether it is skipped, only or conditional is handed down. */
export function declaredIn(program) {
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
    const declared = declaration(node, state.known);
    if (declared === null) {
      const { object } = node.callee;
      return object?.type === 'CallExpression' || FUNCTIONS.has(object?.type) && keyOf(node.callee.property) === 'call'
        ? object.type === 'CallExpression' ? expression(object, state) : visit(bodyOf(object), state) : undefined;
    }
    const now = {
      known: state.known, titles: [...state.titles, nameOf(node.arguments[0], declared.several)], only: state.only || declared.only,
      skipped: state.skipped || declared.suite && (declared.skipped || markedByOptions(node)), conditional: state.conditional || declared.conditional,
    };
    if (!declared.suite) {
      const marked = declared.skipped || markedByOptions(node);
      found.push({ ...now, marked, line: node.loc.start.line, hasOnly: declared.only });
      const inner = framework === 'tap' && !marked ? node.arguments.find((each) => FUNCTIONS.has(each.type)) : null;
      if (inner) { visit(bodyOf(inner), { ...now, known: insideOf(inner, state.known) }); }
    } else {
      if (declared.only) { found.only = true; }
      const body = node.arguments.find((each) => FUNCTIONS.has(each.type));
      if (body) { visit(bodyOf(body), now); }
    }
    return undefined;
  };
  visit(program.body, { known: bindings(program), titles: [], only: false, skipped: false, conditional: false });
  found.only = found.only || found.some((each) => each.hasOnly);
  return found;
}

const bodyOf = (fn) => (fn.body.type === 'BlockStatement' ? fn.body.body : [{ type: 'ExpressionStatement', expression: fn.body }]);
