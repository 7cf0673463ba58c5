import Database from 'better-sqlite3';
import { Server } from 'socket.io';

const db = new Database('chat.db', { readonly: true });

const TABLES = { channel: 'channel_messages', direct: 'direct_messages' };

function describe(payload) {
  const kind = payload.kind === 'direct' ? 'direct' : 'channel';
  const term = typeof payload.term === 'string' ? payload.term : '';
  return [TABLES[kind], term, Number.isInteger(payload.before) ? payload.before : Date.now()];
}

export function attachHistory(httpServer, sessions) {
  const io = new Server(httpServer, { path: '/chat' });

  io.use((socket, next) => {
    const session = sessions.find(socket.handshake.auth.token);
    if (!session) return next(new Error('unauthorised'));
    socket.data.userId = session.userId;
    return next();
  });

  io.on('connection', (socket) => {
    socket.on('history:search', (payload, ack) => {
      const scope = describe(payload ?? {});
      const statement = db.prepare(
        `SELECT id, author, body FROM ${scope[0]} WHERE reader_id = ? AND sent_at < ? AND body LIKE ? LIMIT 50`,
      );
      const rows = statement.all(socket.data.userId, scope[2], `%${scope[1]}%`);
      if (typeof ack === 'function') ack({ ok: true, rows });
    });

    socket.on('disconnect', (reason) => {
      console.info('chat client left', reason);
    });
  });

  return io;
}
