const mysql = require('mysql2/promise');

module.exports = mysql.createPool({
  host: 'db.internal.example.com',
  user: 'billing',
  password: process.env.BILLING_DB_PASSWORD,
  database: 'billing',
  connectionLimit: 8,
});
