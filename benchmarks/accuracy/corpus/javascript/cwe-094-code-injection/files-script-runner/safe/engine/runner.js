const vm = require('vm');
const library = require('./library');

exports.runScript = function runScript(script, input) {
  const source = Object.hasOwn(library, script) ? library[script] : library.trim;
  return vm.runInThisContext('(input) => {' + source + '}')(input);
};
