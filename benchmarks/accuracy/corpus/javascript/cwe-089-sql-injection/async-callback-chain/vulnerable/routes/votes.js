const express = require('express');
const async = require('async');
const mysql = require('mysql');

const pool = mysql.createPool({ host: 'localhost', user: 'polls', database: 'polls' });
const router = express.Router();

router.post('/polls/:poll/votes', (req, res, next) => {
  async.waterfall(
    [
      (done) => done(null, req.params.poll, req.body.choice),
      (poll, choice, done) => done(null, Number(poll), choice),
      (poll, choice, done) => pool.query(`UPDATE vote SET n = n + 1 WHERE poll = ${poll} AND choice = ${choice}`, done),
    ],
    (err) => (err ? next(err) : res.sendStatus(204)),
  );
});

module.exports = router;
