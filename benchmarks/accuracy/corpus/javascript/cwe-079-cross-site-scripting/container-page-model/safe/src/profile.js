import { createServer } from 'node:http';
import { escape } from 'lodash-es';

createServer((req, res) => {
  const cookies = Object.fromEntries(
    (req.headers.cookie ?? '').split('; ').map((pair) => pair.split('=').map(decodeURIComponent)),
  );
  const model = {
    theme: cookies.theme,
    nickname: escape(cookies.theme ?? 'plain'),
  };
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.end(`<body><p>Your theme: ${model.nickname}</p></body>`);
}).listen(8080);
