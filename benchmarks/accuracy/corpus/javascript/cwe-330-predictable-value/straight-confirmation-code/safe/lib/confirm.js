const { v1, v4 } = require('uuid');

exports.confirmation = async function confirmation(db, order) {
  const row = v1();
  const code = v4();
  await db.query('INSERT INTO confirmation (id, order_id, secret_link) VALUES ($1, $2, $3)', [row, order.id, code]);
  return `https://www.example.com/confirm/${code}`;
};
