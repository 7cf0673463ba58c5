const { db } = require('./db');

exports.register = async (req, res) => {
  await db('person').insert({ nick: String(req.body.nick), email: String(req.body.email) });
  res.sendStatus(201);
};
