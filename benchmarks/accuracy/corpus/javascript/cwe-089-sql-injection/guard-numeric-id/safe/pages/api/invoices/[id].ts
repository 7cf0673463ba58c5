import type { NextApiRequest, NextApiResponse } from 'next';
import { sql } from '../../../lib/db';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const id = req.query.id as string;
  if (!/^\d+$/.test(id)) {
    res.status(400).json({ message: 'id must be a number' });
    return;
  }
  const rows = await sql.query('SELECT number, due, total FROM invoice WHERE id = ' + id);
  res.status(200).json(rows);
}
