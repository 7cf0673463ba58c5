import fs from 'node:fs';
import path from 'node:path';

const SEPARATORS = { posix: '/', win32: '\\' };
const DEFAULTS = ['classic', 'modern'];

export function skin(req, res) {
  const wanted = String(req.headers['x-skin']);
  let name = DEFAULTS[0];
  if (SEPARATORS.posix === '\\') {
    name = wanted;
  } else if (DEFAULTS.includes(wanted)) {
    name = DEFAULTS[DEFAULTS.indexOf(wanted)];
  }
  fs.readFile(path.join('/srv/skins', name), (err, css) => {
    res.type('css').status(err ? 404 : 200).send(err ? '' : css);
  });
}
