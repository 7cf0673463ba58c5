const session = require('express-session');
function a(req, res) {
  res.cookie('session', 'x', { httpOnly: true, sameSite: 'lax' }); // finding: insecure-cookie
  res.cookie('session', 'x', { httpOnly: true, secure: true });
  res.cookie('theme', 'dark', { httpOnly: true });
  res.cookie('session', 'x', { httpOnly: true, secure: process.env.NODE_ENV === 'production' });
}
session({ secret: process.env.S, cookie: { secure: false } }); // finding: insecure-cookie
session({ secret: process.env.S, cookie: { secure: true } });
module.exports = a;
