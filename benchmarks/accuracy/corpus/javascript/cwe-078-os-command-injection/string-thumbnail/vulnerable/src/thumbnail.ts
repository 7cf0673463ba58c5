import { execSync } from 'node:child_process';
import { Request, Response } from 'express';
import path from 'node:path';

const OUT = '/var/lib/gallery/thumbs';

export function makeThumbnail(req: Request, res: Response): void {
  const size = String(req.body.size);
  const source = path.join('/var/lib/gallery/originals', `${Number(req.params.id)}.jpg`);
  const target = path.join(OUT, `${Number(req.params.id)}.jpg`);
  const command = ['convert', source, '-resize', size, target].join(' ');
  execSync(command, { timeout: 10_000 });
  res.sendFile(target);
}
