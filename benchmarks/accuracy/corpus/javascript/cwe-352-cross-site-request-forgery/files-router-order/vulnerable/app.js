const express = require('express');
const session = require('express-session');
const csrf = require('csurf');
const helmet = require('helmet');
const RedisStore = require('connect-redis').default;
const redis = require('./lib/redis');

const app = express();

app.set('view engine', 'pug');
app.set('trust proxy', 1);
app.use(helmet());
app.use(express.urlencoded({ extended: false }));
app.use(
  session({
    store: new RedisStore({ client: redis }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, httpOnly: true, sameSite: 'none' },
  }),
);

app.use('/account', require('./routes/account'));
app.use(csrf());
app.use('/settings', require('./routes/settings'));

module.exports = app;
