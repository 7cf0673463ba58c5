const mysql = require('mysql2/promise');

let pool;

function connection() {
  if (!pool) {
    pool = mysql.createPool({
      host: process.env.DB_HOST,
      user: process.env.DB_USER,
      password: process.env.DB_PASSWORD,
      database: 'stock',
      connectionLimit: 2,
    });
  }
  return pool;
}

const json = (statusCode, body) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

exports.availability = async (event) => {
  let payload;
  try {
    payload = JSON.parse(event.body || '{}');
  } catch {
    return json(400, { message: 'Body must be JSON' });
  }

  const skus = Array.isArray(payload.skus) ? payload.skus.slice(0, 200) : [];
  if (skus.length === 0) return json(200, { items: [] });

  const list = [];
  const values = [];
  for (const sku of skus) {
    list.push(`'${sku}'`);
  }

  const sql = `SELECT sku, on_hand, reserved FROM stock_levels WHERE sku IN (${list.join(', ')})`;
  const [rows] = await connection().query(sql, values);

  return json(200, {
    items: rows.map((row) => ({ sku: row.sku, available: row.on_hand - row.reserved })),
  });
};
