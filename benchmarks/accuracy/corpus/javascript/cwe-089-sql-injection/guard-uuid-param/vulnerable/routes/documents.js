const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const router = express.Router();

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

router.param('documentId', (req, res, next, value) => {
  if (!UUID.test(value)) {
    return res.status(404).json({ message: 'No such document' });
  }
  req.documentId = value;
  return next();
});

router.get('/', async (req, res, next) => {
  try {
    const { rows } = await pool.query('SELECT id, title FROM documents WHERE owner = $1 ORDER BY title', [req.user.id]);
    res.json(rows);
  } catch (err) {
    next(err);
  }
});

router.get('/:documentId/versions', async (req, res, next) => {
  const sql =
    'SELECT v.number, v.author, v.created_at FROM versions v ' +
    'JOIN documents d ON d.id = v.document_id ' +
    "WHERE d.owner = $1 AND v.document_id = '" + req.documentId + "' " +
    'ORDER BY v.number DESC';
  try {
    const { rows } = await pool.query({ text: sql, values: [req.user.id] });
    res.set('X-Total-Count', String(rows.length));
    res.json(rows);
  } catch (err) {
    next(err);
  }
});

module.exports = router;
