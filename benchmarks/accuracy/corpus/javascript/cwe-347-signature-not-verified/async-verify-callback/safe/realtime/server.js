const { createServer } = require('http');
const { Server } = require('socket.io');
const pino = require('pino');
const authenticate = require('./authenticate');

const log = pino({ name: 'realtime' });
const http = createServer();
const io = new Server(http, { cors: { origin: 'https://app.teamboard.example' } });

io.use(authenticate(log));

io.on('connection', (socket) => {
  const { id, room } = socket.data.user;
  socket.join(room);
  socket.on('note', (text) => {
    if (typeof text !== 'string') return;
    io.to(room).emit('note', { from: id, text: text.slice(0, 2000) });
  });
});

http.listen(process.env.PORT || 4000, () => log.info('realtime ready'));
