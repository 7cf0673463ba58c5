const libxml = require('libxmljs2');

const DEFAULTS = { noblanks: true, noent: false, nonet: true };

function read(text, overrides = {}) {
  return libxml.parseXml(text, { ...DEFAULTS, ...overrides });
}

module.exports = { read };
