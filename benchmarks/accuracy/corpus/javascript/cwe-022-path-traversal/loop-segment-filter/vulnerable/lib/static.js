const http = require('http');
const fs = require('fs');

http
  .createServer((req, res) => {
    const raw = decodeURIComponent(req.url.split('?')[0]);
    const segments = [];
    for (const segment of raw.split('/')) {
      if (segment === '') {
        continue;
      }
      segments.push(segment);
    }
    fs.readFile('/srv/www/' + segments.join('/'), (err, data) => {
      res.writeHead(err ? 404 : 200);
      res.end(err ? 'not found' : data);
    });
  })
  .listen(8000);
