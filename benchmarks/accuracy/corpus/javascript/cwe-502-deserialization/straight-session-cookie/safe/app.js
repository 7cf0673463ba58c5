const express = require('express');
const cookieParser = require('cookie-parser');

const app = express();
app.use(cookieParser());

app.get('/profile', (req, res) => {
  if (!req.cookies.profile) {
    return res.sendStatus(401);
  }
  const text = Buffer.from(req.cookies.profile, 'base64').toString('utf8');
  const profile = JSON.parse(text);
  return res.json({ name: profile.name });
});

app.listen(3000);
