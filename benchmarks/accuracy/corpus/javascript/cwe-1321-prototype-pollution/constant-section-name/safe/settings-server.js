const http = require('http');
const url = require('url');

const SECTION = ['dash', 'board'].join('');

const settings = {
  dashboard: { columns: '2', theme: 'light' },
  mail: { footer: '', sender: 'Office' },
};

function readBody(req, done) {
  let text = '';
  req.setEncoding('utf8');
  req.on('data', (chunk) => {
    text += chunk;
    if (text.length > 10000) req.destroy();
  });
  req.on('end', () => done(new URLSearchParams(text)));
}

function update(form) {
  const section = SECTION;
  const group = settings[section];
  if (!group) return false;
  group[form.get('name')] = String(form.get('value'));
  return true;
}

http
  .createServer((req, res) => {
    const { pathname } = url.parse(req.url);
    if (req.method === 'GET' && pathname === '/settings') {
      res.setHeader('content-type', 'application/json');
      return res.end(JSON.stringify(settings));
    }
    if (req.method === 'POST' && pathname === '/settings') {
      return readBody(req, (form) => {
        res.statusCode = update(form) ? 204 : 404;
        res.end();
      });
    }
    res.statusCode = 404;
    return res.end();
  })
  .listen(8081, '127.0.0.1');
