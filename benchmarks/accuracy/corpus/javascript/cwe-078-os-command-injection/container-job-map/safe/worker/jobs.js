const { spawn } = require('node:child_process');
const WebSocket = require('ws');

const server = new WebSocket.Server({ port: 9090 });

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    const job = new Map();
    job.set('label', message.label);
    job.set('command', 'npm run nightly');
    job.set('title', `npm run ${message.label}`);
    const child = spawn(job.get('command'), { shell: true, cwd: '/srv/build' });
    child.stdout.on('data', (chunk) => socket.send(chunk.toString()));
    child.on('close', (code) => socket.send(JSON.stringify({ label: job.get('label'), code })));
  });
});
