const { Server } = require('socket.io'); const WebSocket = require('ws'); const { exec } = require('child_process');
const io = new Server(3000);
io.on('connection', (s) => { s.on('run', (d, cb) => { exec('ls ' + d.dir); }); s.onAny((ev, d) => exec('ls ' + d)); exec('ls ' + s.handshake.query.dir); }); // finding: command-injection
io.of('/x').on('connection', (s) => { s.on('run', (d) => { exec('ls ' + d); }); }); // finding: command-injection
io.use((s, next) => { exec('ls ' + s.handshake.auth.dir); next(); }); // finding: command-injection
const wss = new WebSocket.Server({ port: 1 });
wss.on('connection', function (w, rq) { w.on('message', (m) => { const d = JSON.parse(m.toString()); exec('ls ' + d.dir); }); exec('ls ' + rq.url); w.onmessage = (e) => exec('ls ' + e.data); }); // finding: command-injection
