import { EventEmitter } from 'node:events';
import { exec } from 'node:child_process';
import Fastify from 'fastify';

const builds = new EventEmitter();

builds.on('requested', (id, ref) => {
  exec(`git -C /srv/build/${id} checkout --quiet ${ref}`, (err) => builds.emit('done', id, !err));
});

const app = Fastify();
let last = 0;

app.post('/builds', async (request) => {
  last += 1;
  builds.emit('requested', last, request.body.ref);
  return { id: last, ref: request.body.ref };
});

await app.listen({ port: 3000 });
