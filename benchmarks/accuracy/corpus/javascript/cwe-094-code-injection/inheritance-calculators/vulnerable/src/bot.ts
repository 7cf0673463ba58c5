import { WebSocketServer } from 'ws';
import { FreeCalculator as Calculator } from './calculators';

const server = new WebSocketServer({ port: 5050 });

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    socket.send(String(new Calculator(data.toString()).value()));
  });
});
