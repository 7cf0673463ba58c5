import { Request, Response } from 'express';
const HOSTS = new Set(['a.example', 'b.example']);
export function a(req: Request, res: Response) {
  const target = String(req.query.target ?? '/');
  const url = new URL(target, 'https://a.example');
  if (!HOSTS.has(url.host)) {
    return res.redirect('/');
  }
  res.redirect(url.href);
}
export function b(req: Request, res: Response) {
  const target = req.query.target as string;
  if (/^\/[a-z0-9/]*$/.test(target) && !target.startsWith('//')) {
    return res.redirect(target);
  }
  res.redirect(`https://a.example/${target}`);
}
export function c(req: Request, res: Response) {
  const target = req.query.target as string;
  if (target.startsWith('http')) {
    res.redirect(target); // finding: open-redirect
  }
}
