'use strict';

function put(res, name, value, options) {
  res.cookie(name, value, { secure: true, sameSite: 'lax', ...options, httpOnly: true });
}

exports.rememberLogin = (res, sessionId) => put(res, 'session', sessionId, { maxAge: 86400000 });
exports.forgetLogin = (res) => res.clearCookie('session');
