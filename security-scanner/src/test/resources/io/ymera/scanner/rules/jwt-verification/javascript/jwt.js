const jwt = require('jsonwebtoken');
function a(req, res) {
  const token = req.headers.authorization.split(' ')[1];
  const claims = jwt.decode(token); // finding: jwt-verification
  const checked = jwt.verify(token, process.env.KEY, { algorithms: ['HS256'] });
  jwt.verify(token, process.env.KEY, { algorithms: ['HS256', 'none'] }); // finding: jwt-verification
  jwt.verify(token, process.env.KEY, { ignoreExpiration: true }); // finding: jwt-verification
}
module.exports = a;
