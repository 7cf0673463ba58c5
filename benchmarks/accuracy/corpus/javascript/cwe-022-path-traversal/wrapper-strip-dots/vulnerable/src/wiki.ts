import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { Request, Response } from 'express';

const PAGES = '/srv/wiki';

function clean(name: string): string {
  return name.replace('../', '');
}

export function page(req: Request, res: Response) {
  const file = join(PAGES, clean(String(req.query.page)) + '.md');
  if (!existsSync(file)) {
    return res.status(404).end();
  }
  return res.type('text/markdown').send(readFileSync(file, 'utf8'));
}
