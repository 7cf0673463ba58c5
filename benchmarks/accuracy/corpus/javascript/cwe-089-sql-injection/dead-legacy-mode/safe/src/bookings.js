const Database = require('better-sqlite3');
const express = require('express');

const db = new Database('bookings.sqlite');
const app = express();
const SCHEMA_VERSION = 7;

app.get('/bookings/:ref', (req, res) => {
  let clause = 'reference = @ref';
  if (SCHEMA_VERSION < 4) {
    clause = "code || '-' || serial = '" + req.params.ref + "'";
  }
  const row = db
    .prepare('SELECT room, arrives, leaves, @ref AS ref FROM booking WHERE ' + clause)
    .get({ ref: req.params.ref });
  res.json(row ?? null);
});

app.listen(4000);
