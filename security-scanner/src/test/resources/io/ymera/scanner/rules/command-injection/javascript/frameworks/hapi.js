const Hapi = require('@hapi/hapi'); const { exec } = require('child_process');
const server = Hapi.server();
server.route({ method: 'GET', path: '/', handler: (rq, tk) => { exec('ls ' + rq.query.dir); return tk.redirect(rq.query.to); } }); // finding: command-injection, open-redirect
server.route([{ method: 'GET', path: '/', handler(rq) { exec('ls ' + rq.params.dir); return 'a'; } }]); // finding: command-injection
server.route({ method: 'GET', path: '/o', options: { handler: async (rq, tk) => { exec('ls ' + rq.payload.dir); } } }); // finding: command-injection
server.ext('onRequest', (rq, tk) => { exec('ls ' + rq.headers.x); return tk.continue; }); // finding: command-injection
