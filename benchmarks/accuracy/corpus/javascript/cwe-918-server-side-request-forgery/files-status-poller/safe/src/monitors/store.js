const { Pool } = require('pg');

const pool = new Pool();

exports.insert = (owner, name, url) =>
  pool.query('INSERT INTO monitors (owner, name, url) VALUES ($1, $2, $3) RETURNING id', [owner, name, url]);

exports.due = async () => {
  const { rows } = await pool.query('SELECT id, url FROM monitors WHERE next_run <= now() LIMIT 100');
  return rows;
};

exports.record = (id, status, excerpt) =>
  pool.query(
    "UPDATE monitors SET last_status = $2, excerpt = $3, next_run = now() + interval '5 minutes' WHERE id = $1",
    [id, status, excerpt],
  );
