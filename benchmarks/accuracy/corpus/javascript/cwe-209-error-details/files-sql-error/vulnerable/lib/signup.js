const mysql = require('mysql2/promise');
const { failed } = require('./respond');

const pool = mysql.createPool({ uri: process.env.MYSQL_URL });

exports.signup = async (req, res) => {
  try {
    await pool.execute('INSERT INTO attendee (email) VALUES (?)', [String(req.body.email)]);
    res.sendStatus(201);
  } catch (err) {
    failed(res, err);
  }
};
