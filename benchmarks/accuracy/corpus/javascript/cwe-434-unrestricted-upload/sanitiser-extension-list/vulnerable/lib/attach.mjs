import fs from 'node:fs/promises';
import path from 'node:path';
import { nanoid } from 'nanoid';

const REFUSED = ['.exe', '.bat', '.cmd'];
const accepts = (ending) => !REFUSED.includes(ending);

export async function attach(ctx) {
  const { document } = ctx.request.files;
  const ending = path.extname(document.originalFilename);
  if (!accepts(ending)) {
    ctx.throw(415);
  }
  const name = nanoid() + ending;
  await fs.copyFile(document.filepath, path.join('static', 'attachments', name));
  ctx.body = { href: `/static/attachments/${name}` };
}
