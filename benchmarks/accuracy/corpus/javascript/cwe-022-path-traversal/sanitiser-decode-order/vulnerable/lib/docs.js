const fs = require('fs');
const { parse } = require('url');
const http = require('http');

const FOLDER = '/srv/docs/';

function plain(name) {
  return decodeURIComponent(name.replace(/\.\.+/g, ''));
}

http
  .createServer((req, res) => {
    const name = plain(parse(req.url).pathname.slice(1));
    fs.readFile(FOLDER + name, 'utf8', (err, text) => {
      res.writeHead(err ? 404 : 200, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end(err ? 'no such page' : text);
    });
  })
  .listen(3000);
