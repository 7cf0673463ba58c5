const http = require('http');
const tags = (value) => value.replace(/</g, '&lt;').replace(/>/g, '&gt;');
const all = (value) => value.replace(/[<>"&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
http.createServer((req, res) => {
  res.write('<p>' + tags(req.url) + '</p>');
  res.write('<p title="' + all(req.url) + '">');
  res.end('<p title="' + tags(req.url) + '">'); // finding: xss
}).listen(1);
