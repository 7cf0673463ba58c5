import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const FOLDER = path.resolve('public/gallery');
const EXTENSIONS = new Map([
  ['image/png', '.png'],
  ['image/jpeg', '.jpg'],
  ['image/webp', '.webp'],
]);

export default async function gallery(fastify) {
  await fastify.register(fastifyMultipart, { limits: { fileSize: 4_000_000, files: 8 } });
  await fastify.register(fastifyStatic, { root: FOLDER, prefix: '/gallery/' });

  fastify.post('/gallery', { preHandler: fastify.authenticate }, async (request, reply) => {
    const saved = [];
    for await (const part of request.files()) {
      const extension = EXTENSIONS.get(part.mimetype);
      if (!extension) {
        part.file.resume();
        continue;
      }
      const name = randomUUID() + extension;
      const target = path.join(FOLDER, name);
      await pipeline(part.file, createWriteStream(target));
      if (part.file.truncated) {
        await unlink(target);
        continue;
      }
      saved.push(`/gallery/${name}`);
    }
    request.log.info({ count: saved.length }, 'gallery upload');
    return reply.code(saved.length ? 201 : 415).send({ saved });
  });
}
