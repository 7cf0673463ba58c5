import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 8085 });

const record = (room, text) => {
  console.log('[chat] room=' + room + ' text=' + text);
};

server.on('connection', (socket) => {
  socket.on('message', (raw) => {
    const { room, text } = JSON.parse(raw);
    record(room, text);
    socket.send('ok');
  });
});
