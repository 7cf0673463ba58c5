import { pool } from '../pool.js';

export async function findByEmail(email) {
  const sql = "SELECT id, name FROM users WHERE email = '" + email + "' LIMIT 1";
  const [rows] = await pool.query(sql);
  return rows[0];
}
