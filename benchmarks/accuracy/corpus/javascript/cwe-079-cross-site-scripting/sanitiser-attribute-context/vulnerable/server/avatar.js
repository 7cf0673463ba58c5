const http = require('http');

function text(value) {
  return value.replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

http
  .createServer((req, res) => {
    const alt = new URL(req.url, 'http://localhost').searchParams.get('alt') || 'avatar';
    res.writeHead(200, { 'Content-Type': 'text/html' });
    res.end('<img src="/avatar.png" alt="' + text(alt) + '">');
  })
  .listen(3000);
