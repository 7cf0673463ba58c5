const { WebSocketServer } = require('ws');
const FolderSource = require('./attachments/folder-source');

const source = new FolderSource(process.env.ATTACHMENTS || '/srv/attachments');

function attach(server, authenticate) {
  const wss = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });

  server.on('upgrade', (req, socket, head) => {
    if (!authenticate(req)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    wss.handleUpgrade(req, socket, head, (ws) => wss.emit('connection', ws, req));
  });

  wss.on('connection', (ws) => {
    ws.on('message', (data) => {
      let message;
      try {
        message = JSON.parse(data.toString());
      } catch {
        return ws.close(1003);
      }
      const { type, folder, file } = message || {};
      if (type !== 'attachment' || typeof folder !== 'string' || typeof file !== 'string') return undefined;

      const reference = { folder, file };
      if (!source.exists(reference)) {
        return ws.send(JSON.stringify({ type: 'missing', file: reference.file }));
      }
      const stream = source.open(reference);
      stream.on('data', (chunk) => ws.send(chunk));
      stream.on('error', () => ws.close(1011));
      return undefined;
    });
  });
}

module.exports = { attach };
