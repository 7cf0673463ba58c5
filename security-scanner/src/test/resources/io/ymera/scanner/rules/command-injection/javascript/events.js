const { execSync } = require('child_process');
const WebSocket = require('ws');
const { Server } = require('socket.io');
const wss = new WebSocket.Server({ port: 8080 });
wss.on('connection', (ws, req) => {
  ws.on('message', (message) => {
    const data = JSON.parse(message);
    execSync('id ' + data.name); // finding: command-injection
  });
});
const io = new Server(3000);
io.on('connection', (socket) => {
  socket.on('run', ({ name }, done) => {
    execSync(`id ${name}`); // finding: command-injection
  });
  socket.on('disconnect', (reason) => execSync('date'));
});
exports.handler = async (event) => {
  execSync('id ' + event.queryStringParameters.name); // finding: command-injection
  const body = JSON.parse(event.body);
  execSync('id ' + body.name); // finding: command-injection
  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${body.name}</p>` }; // finding: xss
};
