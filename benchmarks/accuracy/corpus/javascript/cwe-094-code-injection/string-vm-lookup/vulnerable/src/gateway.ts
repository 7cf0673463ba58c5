import { createServer } from 'node:http';
import { Server, Socket } from 'socket.io';
import { describe, readPath, Snapshot } from './rules/lookup';
import { currentSnapshot } from './telemetry';

interface ReadRequest {
  path: string;
}

const http = createServer();
const io = new Server(http, { cors: { origin: 'https://dashboard.stormwatch.example' } });

io.on('connection', (socket: Socket) => {
  socket.on('read', async (request: ReadRequest, ack: (answer: { text: string }) => void) => {
    if (typeof ack !== 'function') return;
    const snapshot: Snapshot = await currentSnapshot();
    try {
      ack({ text: describe(readPath(snapshot, String(request?.path))) });
    } catch {
      ack({ text: 'n/a' });
    }
  });
});

http.listen(Number(process.env.PORT ?? 3001));
