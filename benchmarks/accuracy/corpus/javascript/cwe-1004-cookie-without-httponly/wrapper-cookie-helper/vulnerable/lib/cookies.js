'use strict';

const DAY = 86400000;

function put(res, name, value, options) {
  res.cookie(name, value, { secure: true, sameSite: 'lax', httpOnly: false, ...options });
}

exports.rememberLogin = (res, sessionId) => put(res, 'session', sessionId, { maxAge: DAY });
exports.forgetLogin = (res) => res.clearCookie('session');
