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
      minVersion: 'TLSv1.2',
      ciphers: 'TLS_AES_256_GCM_SHA384:ECDHE-RSA-AES128-GCM-SHA256',
    },
    app,
  )
  .listen(8443);
