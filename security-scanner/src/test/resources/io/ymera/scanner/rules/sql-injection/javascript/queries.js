const { Pool } = require('pg');
const mysql = require('mysql2/promise');
const sqlite3 = require('sqlite3').verbose();
const knex = require('knex')({ client: 'pg' });
const pool = new Pool();
const db = new sqlite3.Database('x.db');

async function a(req, res) {
  await pool.query("SELECT * FROM users WHERE name = '" + req.query.name + "'"); // finding: sql-injection
  await pool.query('SELECT * FROM users WHERE name = $1', [req.query.name]);
  await pool.query({ text: 'SELECT * FROM users WHERE name = $1', values: [req.query.name] });
  await pool.query({ text: `SELECT * FROM users WHERE name = '${req.query.name}'` }); // finding: sql-injection
  await pool.query(`SELECT * FROM users LIMIT ${parseInt(req.query.limit, 10)}`);
}
async function b(req, res) {
  const connection = await mysql.createConnection({ host: 'x' });
  const [rows] = await connection.execute(`SELECT * FROM t WHERE id = ${req.params.id}`); // finding: sql-injection
  const [more] = await connection.execute('SELECT * FROM t WHERE id = ?', [req.params.id]);
  const sql = 'SELECT * FROM t WHERE name = ' + mysql.escape(req.params.name);
  await connection.query(sql);
}
function c(req, res) {
  const order = req.query.order === 'desc' ? 'DESC' : 'ASC';
  db.all('SELECT * FROM t ORDER BY name ' + order, (err, rows) => res.json(rows));
  db.all('SELECT * FROM t ORDER BY ' + req.query.column, (err, rows) => res.json(rows)); // finding: sql-injection
}
const COLUMNS = { name: 'name', age: 'age' };
async function d(req, res) {
  const column = COLUMNS[req.query.column] || 'name';
  const rows = await knex.raw(`select * from t order by ${column}`);
  await knex('t').whereRaw("name = '" + req.body.name + "'"); // finding: sql-injection
  await knex('t').whereRaw('name = ?', [req.body.name]);
  await knex('t').where({ name: req.body.name });
  let sql = 'select * from t where 1 = 1';
  if (req.query.city) {
    sql += " and city = '" + req.query.city + "'";
  }
  await knex.raw(sql); // finding: sql-injection
}
module.exports = { a, b, c, d };
