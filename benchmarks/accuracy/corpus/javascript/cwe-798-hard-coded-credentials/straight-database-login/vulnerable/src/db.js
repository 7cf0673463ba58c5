const mysql = require('mysql2/promise');

const pool = mysql.createPool({
  host: 'db.internal.example.com',
  user: 'billing',
  password: 'Tr0mb0ne-Lantern-94',
  database: 'billing',
  connectionLimit: 8,
});

module.exports = pool;
