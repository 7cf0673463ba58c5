const { Server } = require('socket.io'); const { exec } = require('child_process');
const io = new Server(3000);
io.on('connection', (s) => { s.on('run', (d, cb) => { exec('ls ' + d.dir); }); }); // finding: command-injection
io.on('connection', (s) => { s.onAny((ev, d) => exec('ls ' + d)); }); // finding: command-injection
io.on('connection', (s) => { exec('ls ' + s.handshake.query.dir); }); // finding: command-injection
io.of('/x').on('connection', (s) => { s.on('run', (d) => { exec('ls ' + d); }); }); // finding: command-injection
io.use((s, next) => { exec('ls ' + s.handshake.auth.dir); next(); }); // finding: command-injection
