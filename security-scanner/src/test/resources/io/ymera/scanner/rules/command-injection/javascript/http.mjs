import http from 'node:http';
import { parse } from 'node:url';
import { execSync } from 'node:child_process';
http.createServer((incoming, outgoing) => {
  const { query } = parse(incoming.url, true);
  execSync('id ' + query.name); // finding: command-injection
  let body = '';
  incoming.on('data', (chunk) => {
    body += chunk;
  });
  incoming.on('end', () => {
    const data = JSON.parse(body);
    execSync('id ' + data.name); // finding: command-injection
    outgoing.end('<p>' + data.name + '</p>'); // finding: xss
  });
}).listen(80);
