import type { NextApiRequest, NextApiResponse } from 'next';
import { serialize, CookieSerializeOptions } from 'cookie';
import { login } from '../../lib/login';

const presets: Record<string, CookieSerializeOptions> = {
  display: { path: '/', secure: true, sameSite: 'lax' },
  account: { path: '/', secure: true, sameSite: 'lax', httpOnly: true },
};

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await login(req.body.user, req.body.password);
  res.setHeader('Set-Cookie', serialize('session', session, presets.account));
  res.status(204).end();
}
