import { Request, Response } from 'express';
import { HashedCache } from './cache';

const cache = new HashedCache('/var/cache/tiles');

export function tile(req: Request, res: Response): void {
  const found = cache.get(String(req.query.tile));
  if (found) {
    res.type('png').send(found);
  } else {
    res.sendStatus(404);
  }
}
