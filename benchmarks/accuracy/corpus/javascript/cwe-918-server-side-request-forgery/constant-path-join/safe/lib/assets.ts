import https from 'node:https';
import { IncomingMessage, ServerResponse } from 'node:http';

const ORIGIN = 'https://assets.example.com';
const PREFIX = '/' + 'public' + '/';

const tidy = (name: string): string => name.replace(/[^\w@:./-]/g, '').replace(/\.\.+/g, '');

export function asset(req: IncomingMessage, res: ServerResponse): void {
  const name = new URL(req.url ?? '/', 'http://localhost').searchParams.get('name') ?? 'logo.svg';
  https
    .get(ORIGIN + PREFIX + tidy(name), (upstream) => {
      res.writeHead(upstream.statusCode ?? 502, { 'Content-Type': 'image/svg+xml' });
      upstream.pipe(res);
    })
    .on('error', () => res.writeHead(502).end());
}
