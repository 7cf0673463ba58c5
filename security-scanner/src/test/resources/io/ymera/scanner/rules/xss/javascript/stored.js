const express = require('express');
const { Pool } = require('pg');
const he = require('he');

const app = express();
const pool = new Pool();

app.get('/notes', async (req, res) => {
  const { rows } = await pool.query('SELECT id, text FROM note');
  res.send(`<p>${rows[0].text}</p>`); // finding: xss
});

app.get('/ids', async (req, res) => {
  const { rows } = await pool.query('SELECT id, text FROM note');
  res.send(`<p>${rows[0].id}</p>`);
});

app.get('/escaped', async (req, res) => {
  const { rows } = await pool.query('SELECT id, text FROM note');
  res.send(`<p>${he.encode(rows[0].text)}</p>`);
});

app.get('/undone', (req, res) => {
  res.send(`<p>${he.decode(he.encode(req.query.text))}</p>`); // finding: xss
});
