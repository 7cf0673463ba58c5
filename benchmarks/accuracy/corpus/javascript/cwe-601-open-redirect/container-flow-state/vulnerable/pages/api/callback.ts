import type { NextApiRequest, NextApiResponse } from 'next';

interface Flow {
  provider: string;
  origin: string;
}

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const state = JSON.parse(Buffer.from(String(req.query.state), 'base64url').toString());
  const flow: Flow = { provider: state.provider, origin: '/account' };
  Object.assign(flow, state);
  res.redirect(302, flow.origin);
}
