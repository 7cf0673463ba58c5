const express = require('express');
const mysql = require('mysql2');

const connection = mysql.createConnection({ host: 'localhost', user: 'shop', database: 'shop' });
const app = express();

function quote(value) {
  return "'" + String(value).replace(/"/g, '\\"') + "'";
}

app.get('/products', (req, res) => {
  const sql = 'SELECT id, name, price FROM product WHERE name = ' + quote(req.query.name);
  connection.query(sql, (err, rows) => {
    if (err) {
      res.sendStatus(500);
      return;
    }
    res.json(rows);
  });
});

app.listen(3000);
