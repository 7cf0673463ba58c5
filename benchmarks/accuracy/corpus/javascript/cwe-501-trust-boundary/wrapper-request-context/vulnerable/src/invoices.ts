import { Request, Response } from 'express';
import { Pool } from 'pg';
import { currentTenant } from './tenant';

const pool = new Pool();

export async function invoices(_req: Request, res: Response): Promise<void> {
  const { rows } = await pool.query('SELECT number, total FROM invoice WHERE tenant = $1', [currentTenant()]);
  res.json(rows);
}
