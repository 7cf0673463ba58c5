const escapeRegExp = require('lodash/escapeRegExp');

const WINDOW = 80;
const STOP_WORDS = new Set(['a', 'an', 'and', 'of', 'the']);

function patternFor(input) {
  const words = [];
  for (const word of input.split(/\s+/)) {
    if (word === '' || STOP_WORDS.has(word.toLowerCase())) continue;
    words.push(escapeRegExp(word));
  }
  return words.length ? new RegExp(words.join('|'), 'i') : null;
}

function excerpt(text, pattern) {
  const match = pattern ? pattern.exec(text) : null;
  const start = match ? Math.max(0, match.index - WINDOW) : 0;
  return text.slice(start, start + 2 * WINDOW);
}

module.exports = { patternFor, excerpt };
