function a(req, res) {
  req.session.role = req.body.role; // finding: trust-boundary
  req.session.visits = 1;
  const language = ['en', 'de'].includes(req.query.lang) ? req.query.lang : 'en';
  req.session.language = language;
}
module.exports = (req, res) => a(req, res);
