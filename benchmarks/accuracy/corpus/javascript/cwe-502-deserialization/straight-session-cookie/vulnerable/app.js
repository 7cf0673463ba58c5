const express = require('express');
const cookieParser = require('cookie-parser');
const serialize = require('node-serialize');

const app = express();
app.use(cookieParser());

app.get('/profile', (req, res) => {
  if (!req.cookies.profile) {
    return res.sendStatus(401);
  }
  const text = Buffer.from(req.cookies.profile, 'base64').toString('utf8');
  const profile = serialize.unserialize(text);
  return res.json({ name: profile.name });
});

app.listen(3000);
