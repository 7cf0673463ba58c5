import express from 'express';
import { execFile } from 'node:child_process';
import escapeHtml from 'escape-html';

const router = express.Router();

router.post('/whois', (req, res) => {
  const domain = escapeHtml(req.body.domain);
  execFile('sh', ['-c', `whois -H -- ${domain} | head -n 40`], (err, stdout) => {
    res.send(`<pre>${escapeHtml(err ? 'no answer' : stdout)}</pre>`);
  });
});

export default router;
