const { db } = require('./db');

exports.digest = async (id) => {
  const person = await db('person').where({ id }).first();
  const { rows } = await db.raw("SELECT text FROM mention WHERE text LIKE '%@" + person.nick + "%'");
  return rows.map((row) => row.text);
};
