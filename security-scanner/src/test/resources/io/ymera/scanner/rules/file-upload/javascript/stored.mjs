import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
const ENDINGS = ['.png'];
export async function upload(request, reply) {
  const file = await request.file();
  const ending = path.extname(file.filename);
  await fs.writeFile('/srv/www/' + randomUUID() + ending, await file.toBuffer()); // finding: file-upload
  if (!ENDINGS.includes(ending)) return reply.code(415).send();
  await fs.writeFile('/srv/www/' + randomUUID() + ending, await file.toBuffer());
}
