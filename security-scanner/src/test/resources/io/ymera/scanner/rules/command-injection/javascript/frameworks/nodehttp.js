const http = require('http'); const url = require('url'); const qs = require('querystring'); const { exec } = require('child_process');
const server = http.createServer(async (rq, rs) => {
  const u = new URL(rq.url, 'http://localhost');
  exec('ls ' + u.searchParams.get('dir')); // finding: command-injection
  let body = ''; rq.on('data', (c) => { body += c; }); rq.on('end', () => { const d = JSON.parse(body); exec('ls ' + d.dir); }); // finding: command-injection
  const chunks = []; for await (const ch of rq) chunks.push(ch);
  exec('ls ' + Buffer.concat(chunks).toString()); // finding: command-injection
});
