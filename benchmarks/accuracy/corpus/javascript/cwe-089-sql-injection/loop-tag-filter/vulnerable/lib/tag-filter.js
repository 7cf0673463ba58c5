'use strict';

const Koa = require('koa');
const sqlite3 = require('sqlite3');

const db = new sqlite3.Database('photos.db');
const app = new Koa();

function all(sql, params) {
  return new Promise((resolve, reject) => {
    db.all(sql, params, (err, rows) => (err ? reject(err) : resolve(rows)));
  });
}

app.use(async (ctx) => {
  const tags = (ctx.query.tags || '').split(',');
  let where = '1 = 1';
  const params = [];
  for (const tag of tags) {
    where += ` AND tags LIKE '%${tag}%'`;
  }
  ctx.body = await all(`SELECT id, file FROM photo WHERE ${where}`, params);
});

app.listen(8080);
