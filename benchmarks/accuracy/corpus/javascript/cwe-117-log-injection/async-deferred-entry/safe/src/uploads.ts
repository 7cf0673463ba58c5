import { EventEmitter, once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { FastifyInstance } from 'fastify';

const entries = new EventEmitter();

async function pump(): Promise<void> {
  for (;;) {
    const [line] = await once(entries, 'entry');
    await appendFile('/var/log/app/uploads.log', line + '\n');
  }
}

export default async function uploads(app: FastifyInstance) {
  void pump();
  app.put<{ Querystring: { name: string } }>('/uploads', async (request) => {
    const { name } = request.query;
    entries.emit('entry', `${request.id} ${Buffer.from(name).toString('hex')}`);
    return { name };
  });
}
