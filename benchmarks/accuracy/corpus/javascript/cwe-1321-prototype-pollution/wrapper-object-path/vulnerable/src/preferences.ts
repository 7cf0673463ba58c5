import { Request, Response } from 'express';
import objectPath from 'object-path';

const preferences: Record<string, unknown> = {};
const KNOWN = ['mail.weekly', 'mail.daily', 'view.compact'];

function put(path: string, value: unknown): void {
  let node = preferences as any;
  const keys = path.split('.');
  const last = keys.pop() as string;
  for (const key of keys) {
    node = node[key] ?? (node[key] = {});
  }
  node[last] = value;
}

export function savePreference(req: Request, res: Response): void {
  put(String(req.query.name), req.body.value);
  res.json(KNOWN.map((name) => objectPath.get(preferences, name)));
}
