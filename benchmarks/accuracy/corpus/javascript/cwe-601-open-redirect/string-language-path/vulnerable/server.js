const http = require('http');

http
  .createServer((req, res) => {
    const url = new URL(req.url, 'http://localhost');
    const lang = url.searchParams.get('lang') || 'en';
    res.writeHead(302, { Location: '/' + lang });
    res.end();
  })
  .listen(3000);
