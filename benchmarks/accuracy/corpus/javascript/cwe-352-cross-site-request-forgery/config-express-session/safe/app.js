const express = require('express');
const session = require('express-session');
const lusca = require('lusca');
const accounts = require('./accounts');

const app = express();

app.use(
  session({
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, httpOnly: true, sameSite: 'none' },
  }),
);
app.use(express.urlencoded({ extended: false }));
app.use(lusca.csrf());

app.post('/email', async (req, res) => {
  await accounts.changeEmail(req.session.user, String(req.body.email));
  res.redirect('/account');
});

app.listen(3000);
