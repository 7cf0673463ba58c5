import https from 'node:https';
import { readFileSync } from 'node:fs';
import express from 'express';

const app = express();
app.get('/', (_req, res) => res.send('ok'));

https
  .createServer(
    {
      key: readFileSync('tls/key.pem'),
      cert: readFileSync('tls/cert.pem'),
      minVersion: 'TLSv1',
      ciphers: 'RC4-SHA:DES-CBC3-SHA:AES128-SHA:@SECLEVEL=0',
    },
    app,
  )
  .listen(8443);
