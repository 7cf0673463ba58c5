// Which files hold tests, and which of them the configuration leaves out.

import path from 'node:path';
import { commandLine, JEST, settings, VITEST } from './configuration.mjs';
import { files, matcher, root, script } from './sources.mjs';
import { testFiles } from './test_files.mjs';

/** Of frameworks that are given one file at a time. */
function byOurChoice(name) {
  const chosen = new Set(testFiles(root, name, script));
  const usual = new Set(testFiles(root, name, ''));
  return (file) => (chosen.has(file) ? null : usual.has(file) ? 'the test script of package.json names other files' : undefined);
}

/** For each framework: why a file is not run, null if it is, undefined if it is none of its files of tests. */
export const CHOOSING = {
  node: () => byOurChoice('node'),

  tap: () => byOurChoice('tap'),

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
