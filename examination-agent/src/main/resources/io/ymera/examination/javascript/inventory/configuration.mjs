// What the project's configuration says where it can be read: options in files and in the script of npm test.

import { argumentsOf } from './test_files.mjs';
import { framework, keyOf, parseConfiguration, script, textOf } from './sources.mjs';

export const JEST = /(?:^|\/)jest\.config\.[cm]?[jt]s$/;
export const VITEST = /(?:^|\/)(?:vitest|vite)\.(?:config|workspace)\.[cm]?[jt]s$/;

/** What of a file is the framework's: of package.json, what is under its name. */
export function sectionOf(name, key = framework) {
  const tree = parseConfiguration(name);
  return /(?:^|\/)package\.json$/.test(name) ? tree.body[0].expression.properties.find((each) => keyOf(each.key) === key)?.value : tree;
}

/** Texts that a configuration gives for some keys, wherever in it; what it computes is not among them. */
export function settings(names, keys, within) {
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
      if (/\.ya?ml$/.test(name)) {
        yaml(textOf(name)).forEach((values, key) => { if (keys.includes(key)) { found.set(key, values); } });
      } else {
        visit(sectionOf(name) ?? null, null);
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
export function commandLine(program) {
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
