import session, { SessionOptions } from 'express-session';

const defaults: SessionOptions = {
  secret: process.env.SESSION_SECRET ?? '',
  resave: false,
  saveUninitialized: false,
};

const HTTPS_ONLY = true;

export const sessions = session({
  ...defaults,
  name: 'shop',
  cookie: { httpOnly: true, sameSite: 'strict', secure: HTTPS_ONLY },
});
