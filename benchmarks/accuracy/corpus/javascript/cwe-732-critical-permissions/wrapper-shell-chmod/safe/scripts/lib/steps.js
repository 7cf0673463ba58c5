const shell = require('shelljs');

shell.set('-e');

function folder(path, mode) {
  shell.mkdir('-p', path);
  shell.chmod('-R', mode, path);
}

function note(text) {
  shell.echo(`[setup] ${text}`);
}

module.exports = { folder, note };
