import express, { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

export const router = express.Router();

router.post('/attachments', express.json(), async (req: Request, res: Response) => {
  const names: string[] = [randomUUID(), req.body.name];
  const target = path.join('/srv/attachments', names[1]);
  await writeFile(target, Buffer.from(req.body.content, 'base64'));
  res.status(201).json({ id: names[0], name: names[1] });
});
