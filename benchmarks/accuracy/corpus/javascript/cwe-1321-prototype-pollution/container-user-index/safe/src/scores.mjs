import { WebSocketServer } from 'ws';

const scores = Object.assign(Object.create(null), { lobby: Object.create(null) });
const server = new WebSocketServer({ port: 4040 });

server.on('connection', (socket) => {
  socket.on('message', (raw) => {
    const { room, player, points } = JSON.parse(raw);
    scores[room] ??= Object.create(null);
    scores[room][player] = points;
    socket.send(JSON.stringify(scores[room]));
  });
});
