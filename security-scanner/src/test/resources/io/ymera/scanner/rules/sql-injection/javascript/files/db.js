const mysql = require('mysql');
const pool = mysql.createPool({ host: process.env.DB_HOST });
exports.query = (sql, values) => new Promise((resolve, reject) => {
  pool.query(sql, values, (err, rows) => (err ? reject(err) : resolve(rows))); // finding: sql-injection
});
