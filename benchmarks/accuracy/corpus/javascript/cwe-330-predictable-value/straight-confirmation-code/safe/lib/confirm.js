const { v1, v4 } = require('uuid');

const INSERT = 'INSERT INTO confirmation (id, order_id, code) VALUES ($1, $2, $3)';

exports.confirmation = async function confirmation(db, order) {
  const row = v1();
  const code = v4();
  await db.query(INSERT, [row, order.id, code]);
  return `https://www.example.com/confirm/${code}`;
};
