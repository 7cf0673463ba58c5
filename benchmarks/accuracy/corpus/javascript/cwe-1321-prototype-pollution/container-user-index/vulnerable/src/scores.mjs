import { WebSocketServer } from 'ws';

const scores = { lobby: { visitors: 0 } };
const server = new WebSocketServer({ port: 4040 });

server.on('connection', (socket) => {
  socket.on('message', (raw) => {
    const { room, player, points } = JSON.parse(raw);
    scores[room] ??= {};
    scores[room][player] = points;
    socket.send(JSON.stringify(scores[room]));
  });
});
