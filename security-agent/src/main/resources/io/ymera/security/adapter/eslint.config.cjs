// What ESLint is asked to look for: the rules of its security plug-in, in all files of JavaScript and TypeScript.
const modules = process.env.YMERA_MODULES;
const security = require(modules + '/eslint-plugin-security');

let parser;
try {
  parser = require(modules + '/@typescript-eslint/parser');
} catch {
  // Without it, TypeScript is not read
}

const rules = {};
for (const name of Object.keys(security.rules)) {
  rules['security/' + name] = 'warn';
}

const plugins = { security };
module.exports = [
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs', '**/*.jsx'], plugins, rules,
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
];
if (parser) {
  module.exports.push({ files: ['**/*.ts', '**/*.mts', '**/*.cts', '**/*.tsx'], plugins, rules,
    languageOptions: { parser } });
}
