import { Request, Response } from 'express';
import pug from 'pug';

export function notice(req: Request, res: Response): void {
  const heading = String(req.body.heading);
  const lines = ['html', '  body', `    h1 ${heading}`, '    p= text'];
  const render = pug.compile(lines.join('\n'));
  res.send(render({ heading, text: String(req.body.text) }));
}
