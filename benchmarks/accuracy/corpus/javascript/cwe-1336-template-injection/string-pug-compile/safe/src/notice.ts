import { Request, Response } from 'express';
import pug from 'pug';

export function notice(req: Request, res: Response): void {
  const heading = String(req.body.heading);
  const text = String(req.body.text);
  const lines = ['html', '  body'];
  lines.push('    h1= heading');
  lines.push('    p= text');
  const render = pug.compile(lines.join('\n'));
  res.send(render({ heading, text }));
}
