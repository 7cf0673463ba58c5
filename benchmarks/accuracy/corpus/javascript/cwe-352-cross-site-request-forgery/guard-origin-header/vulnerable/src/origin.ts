import { NextFunction, Request, Response } from 'express';

const OWN = 'https://bank.example.com';

export function ownOrigin(req: Request, res: Response, next: NextFunction): void {
  if (req.get('Origin') !== OWN) {
    res.status(403);
  }
  next();
}
