import type { NextApiRequest, NextApiResponse } from 'next';

const HOSTS = ['images.example.com', 'cdn.example.com'];

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const source = String(req.query.src);
  if (!URL.canParse(source) || !HOSTS.includes(new URL(source).host)) {
    res.status(400).end('unknown image host');
    return;
  }
  const image = await fetch(source, { redirect: 'error' });
  res.setHeader('Content-Type', 'image/webp');
  res.send(Buffer.from(await image.arrayBuffer()));
}
