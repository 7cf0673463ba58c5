const express = require('express');
const users = require('./models/users');
const app = express();
app.get('/users', async (req, res) => res.json(await users.byName(req.query.name)));
app.get('/users/:id', (req, res) => {
  users.byId(req.params.id).then((rows) => res.json(rows[0]));
});
