import type { NextApiRequest, NextApiResponse } from 'next';
import path from 'node:path';
import sharp from 'sharp';

const ORIGINALS = path.join(process.cwd(), 'originals');
const WIDTHS = [320, 640, 1280];

function single(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value[0] : value ?? '';
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') {
    res.setHeader('Allow', 'GET');
    return res.status(405).end();
  }

  let source = single(req.query.src);
  const width = WIDTHS.find((candidate) => String(candidate) === single(req.query.w));

  if (width !== undefined) {
    source = path.basename(source);
  }

  try {
    let image = sharp(path.join(ORIGINALS, source), { limitInputPixels: 40_000_000 });
    if (width !== undefined) {
      image = image.resize({ width, withoutEnlargement: true });
    }
    const data = await image.webp({ quality: 80 }).toBuffer();
    res.setHeader('Content-Type', 'image/webp');
    res.setHeader('Cache-Control', 'public, max-age=86400');
    return res.status(200).send(data);
  } catch {
    return res.status(404).json({ message: 'Image not found' });
  }
}
