import fs from 'node:fs';
import path from 'node:path';

export default function handler(req, res) {
  const { kind } = req.query;
  let file = 'summary.pdf';
  if (kind === 'detail') {
    file = 'detail.pdf';
  } else if (kind) {
    file = kind + '.pdf';
  }
  const content = fs.readFileSync(path.resolve('/var/reports', file));
  res.setHeader('Content-Type', 'application/pdf');
  res.end(content);
}
