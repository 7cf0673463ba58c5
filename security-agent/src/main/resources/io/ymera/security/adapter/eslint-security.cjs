// Has ESLint read a code base with the rules of its security plug-in, and writes what it finds as a SARIF 2.1.0 log. The configuration is
// this one; the code base's own, which is code, is not run.
'use strict';
const path = require('node:path');

const [modules, root, typescript] = process.argv.slice(2);
const { ESLint } = require(path.join(modules, 'eslint'));
const security = require(path.join(modules, 'eslint-plugin-security'));

const rules = {};
for (const name of Object.keys(security.rules)) {
  rules['security/' + name] = 'warn';
}
const plugins = { security };
const config = [
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs', '**/*.jsx'], plugins, rules,
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  },
];
if (typescript === 'typescript') {
  const parser = require(path.join(modules, '@typescript-eslint/parser'));
  config.push({ files: ['**/*.ts', '**/*.mts', '**/*.cts', '**/*.tsx'], plugins, rules, languageOptions: { parser } });
}

async function main() {
  const eslint = new ESLint({
    cwd: root, overrideConfigFile: true, overrideConfig: config, allowInlineConfig: false, errorOnUnmatchedPattern: false,
    warnIgnored: false,
  });
  const results = [];
  for (const file of await eslint.lintFiles(['.'])) {
    const uri = path.relative(root, file.filePath).split(path.sep).map(encodeURIComponent).join('/');
    for (const message of file.messages) {
      const region = { startLine: message.line || 1, startColumn: message.column || 1 };
      if (message.endLine && message.endColumn) {
        region.endLine = message.endLine;
        region.endColumn = message.endColumn;
      }
      results.push({
        ruleId: message.ruleId || 'parsing',
        level: 'warning',
        message: { text: message.message },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
      });
    }
  }
  const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'ESLint', version: ESLint.version } }, results }] };
  process.stdout.write(JSON.stringify(log));
}

main();
