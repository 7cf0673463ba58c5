import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';

const wss = new WebSocketServer({ port: 7000 });

wss.on('connection', (ws) => {
  ws.on('message', (raw) => {
    const { track } = JSON.parse(raw.toString());
    let name = track;
    if (typeof name !== 'string') {
      name = 'silence.ogg';
    }
    const stream = createReadStream(join('/srv/audio', name));
    stream.on('data', (chunk) => ws.send(chunk));
    stream.on('error', () => ws.close(1011));
  });
});
