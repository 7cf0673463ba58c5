const { Script, createContext } = require('vm');

const support = Object.freeze({ macros: { min: 3, max: 5 } });
const LEVEL = 4;

function expand(req, res) {
  const { text, macro } = req.body;
  const context = createContext({ text: String(text) });
  let source = 'text.trim()';
  if (LEVEL >= support.macros.min && LEVEL <= support.macros.max) {
    source = `text.${macro}`;
  }
  res.json({ text: String(new Script(source).runInContext(context, { timeout: 100 })) });
}

module.exports = { expand };
