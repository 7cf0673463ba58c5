const vm = require('vm');
const library = require('./library');

exports.runScript = function runScript(script, input) {
  const source = library[script] || script;
  return vm.runInThisContext('(input) => {' + source + '}')(input);
};
