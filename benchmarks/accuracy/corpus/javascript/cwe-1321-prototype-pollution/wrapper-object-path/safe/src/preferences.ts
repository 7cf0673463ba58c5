import { Request, Response } from 'express';
import objectPath from 'object-path';

const preferences: Record<string, unknown> = {};
const KNOWN = ['mail.weekly', 'mail.daily', 'view.compact'];

function put(path: string, value: unknown): void {
  if (KNOWN.includes(path)) {
    objectPath.set(preferences, path, value);
  }
}

export function savePreference(req: Request, res: Response): void {
  put(String(req.query.name), req.body.value);
  res.json(KNOWN.map((name) => objectPath.get(preferences, name)));
}
