const fs = require('fs');
const http = require('http');

function parse(text) {
  return JSON.parse(text);
}

http
  .createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += chunk));
    req.on('end', () => {
      const settings = parse(body);
      fs.writeFile('settings.json', JSON.stringify(settings), () => res.end('saved'));
    });
  })
  .listen(8001);
