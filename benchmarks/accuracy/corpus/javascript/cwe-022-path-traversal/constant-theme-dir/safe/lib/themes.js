const path = require('node:path');
const fs = require('node:fs');

const BASE = path.join(__dirname, '..', 'themes');
const INDEX = { light: 'light.css', dark: 'dark.css' };

exports.theme = (req, res) => {
  const wanted = req.signedCookies.theme || req.query.theme;
  const file = wanted === 'dark' ? INDEX.dark : INDEX.light;
  res.type('css').send(fs.readFileSync(path.join(BASE, file)));
};
