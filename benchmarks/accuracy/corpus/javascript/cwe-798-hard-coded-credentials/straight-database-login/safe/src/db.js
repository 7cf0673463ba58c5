const mysql = require('mysql2/promise');

const pool = mysql.createPool({
  host: 'db.internal.example.com',
  user: 'billing',
  password: process.env.BILLING_DB_PASSWORD,
  database: 'billing',
  connectionLimit: 8,
});

module.exports = pool;
