import { Pool } from 'pg';

const pool = new Pool({ max: 4 });

export const sql = {
  async query(text: string, values: unknown[] = []) {
    const { rows } = await pool.query(text, values);
    return rows;
  },
};
