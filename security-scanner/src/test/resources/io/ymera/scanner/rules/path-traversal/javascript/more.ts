import { createReadStream, promises as fs, existsSync } from 'fs';
import { readFile } from 'fs/promises';
import * as path from 'path';
import { Request, Response } from 'express';

const BASE = '/srv/files';
const inside = (file: string) => {
  const full = path.resolve(BASE, file);
  if (!full.startsWith(BASE + '/')) {
    throw new Error('outside');
  }
  return full;
};
export async function a(req: Request, res: Response) {
  const text = await readFile(inside(String(req.query.file)), 'utf8');
  res.json({ text });
}
export async function b(req: Request, res: Response) {
  const file = path.normalize(BASE + '/' + req.params.file);
  if (file.indexOf(BASE + '/') !== 0) {
    return res.status(403).end();
  }
  createReadStream(file).pipe(res);
}
export async function c(req: Request, res: Response) {
  const name = req.params.name;
  if (name.includes('..') || name.includes('/')) {
    return res.status(400).end();
  }
  await fs.unlink(path.join(BASE, name));
}
export async function d(req: Request, res: Response) {
  const name = req.params.name.replace('../', '');
  await fs.unlink(path.join(BASE, name)); // finding: path-traversal
}
export async function e(req: Request, res: Response) {
  const files: Record<string, string> = { terms: 'terms.txt', about: 'about.txt' };
  const file = files[req.query.page as string];
  if (!file) return res.sendStatus(404);
  await fs.readFile(path.join(BASE, file));
}
export async function f(req: Request, res: Response) {
  const relative = path.relative(BASE, path.resolve(BASE, req.params.name));
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    throw new Error('outside');
  }
  await fs.readFile(path.join(BASE, relative));
}
export async function g(req: Request, res: Response) {
  const report = req.body.report;
  if (path.extname(report) === '.pdf') {
    await fs.readFile(BASE + '/' + report); // finding: path-traversal
  }
}
