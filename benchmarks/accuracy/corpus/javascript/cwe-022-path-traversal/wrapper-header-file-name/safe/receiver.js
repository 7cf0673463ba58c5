'use strict';

const http = require('node:http');
const fs = require('node:fs');
const path = require('node:path');
const { timingSafeEqual, createHash, randomBytes } = require('node:crypto');

const INBOX = process.env.SCAN_INBOX || '/var/spool/scans';
const LIMIT = 25 * 1024 * 1024;
const digest = (text) => createHash('sha256').update(text).digest();
const expectedKey = digest(process.env.SCANNER_KEY || randomBytes(32).toString('hex'));

function fileName(req) {
  const given = decodeURIComponent(req.headers['x-file-name'] || 'scan.pdf').replace(/\0/g, '');
  return path.posix.basename(given);
}

function authorised(req) {
  return timingSafeEqual(digest(req.headers['x-scanner-key'] || ''), expectedKey);
}

function finish(res, status, text) {
  res.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
  res.end(text + '\n');
}

http
  .createServer((req, res) => {
    if (req.method !== 'PUT') return finish(res, 405, 'PUT only');
    if (!authorised(req)) return finish(res, 401, 'unknown scanner');
    if (!(Number(req.headers['content-length']) < LIMIT)) return finish(res, 413, 'too large');

    let target;
    try {
      target = path.join(INBOX, `${Date.now()}`, fileName(req));
    } catch {
      return finish(res, 400, 'file name not understood');
    }
    fs.mkdirSync(path.dirname(target), { recursive: true });
    const file = fs.createWriteStream(target);
    file.on('error', () => finish(res, 500, 'not stored'));
    file.on('finish', () => finish(res, 201, 'stored'));
    return req.pipe(file);
  })
  .listen(9100);
