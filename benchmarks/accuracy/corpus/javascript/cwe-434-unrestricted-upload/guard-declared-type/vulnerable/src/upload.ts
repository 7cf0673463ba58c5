import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { FastifyInstance } from 'fastify';
import multipart from '@fastify/multipart';

const TYPES = ['image/png', 'image/jpeg'];
const ENDINGS = ['.png', '.jpg'];

export default async function upload(app: FastifyInstance) {
  await app.register(multipart, { limits: { fileSize: 2_000_000 } });

  app.post('/avatar', async (request, reply) => {
    const file = await request.file();
    const ending = extname(file?.filename ?? '').toLowerCase();
    if (!file || !TYPES.includes(file.mimetype)) {
      return reply.code(415).send();
    }
    const name = randomUUID() + ending;
    await writeFile(`/srv/www/avatars/${name}`, await file.toBuffer());
    return { name };
  });
}
