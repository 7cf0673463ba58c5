import { readFile } from 'fs/promises';
import { resolve } from 'path';

const FOLDER = resolve('mail-templates');
const KNOWN = /[a-z-]+/;

export async function loadTemplate(name) {
  if (!KNOWN.test(name)) {
    throw new Error('unknown template');
  }
  return readFile(resolve(FOLDER, name), 'utf8');
}
