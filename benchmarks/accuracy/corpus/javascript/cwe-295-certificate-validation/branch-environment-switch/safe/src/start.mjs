import process from 'node:process';
import { createServer } from 'node:http';

const mode = process.env.NODE_ENV ?? 'production';

if (mode !== 'test') {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';
}

createServer(async (_req, res) => {
  const answer = await fetch('https://ledger.internal.example.com/balance');
  res.end(await answer.text());
}).listen(3000);
