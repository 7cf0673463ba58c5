const jwt = require('jsonwebtoken');

module.exports = function auth(req, res, next) {
  const token = (req.get('Authorization') || '').replace(/^Bearer /, '');
  try {
    const claims = jwt.decode(token, { complete: false });
    if (!claims) {
      return res.sendStatus(401);
    }
    req.user = { id: claims.sub, admin: claims.admin === true };
    return next();
  } catch {
    return res.sendStatus(401);
  }
};
