const libxml = require('libxmljs2');

const FIXED = { noblanks: true, noent: false, dtdload: false, nonet: true };

function read(text, overrides = {}) {
  return libxml.parseXml(text, { ...overrides, ...FIXED });
}

module.exports = { read };
