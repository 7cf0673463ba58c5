const WebSocket = require('ws');

const rules = { names: [], tests: [] };
const server = new WebSocket.WebSocketServer({ port: 6060 });

function add(name, rule) {
  rules.names.push(name);
  rules.tests.push(new RegExp('^' + rule + '$'));
}

server.on('connection', (socket) => {
  socket.on('message', (raw) => {
    const { name, rule, subject } = JSON.parse(raw);
    add(name, rule);
    const index = rules.tests.findIndex((test) => test.test(subject));
    socket.send(String(rules.names[index]));
  });
});
