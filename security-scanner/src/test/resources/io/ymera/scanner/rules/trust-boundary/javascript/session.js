function a(req, res) {
  req.session.role = req.body.role; // finding: trust-boundary
  req.session.visits = 1;
  const asked = req.query.lang;
  const language = ['en', 'de'].includes(asked) ? asked : 'en';
  req.session.language = language;
}
module.exports = (req, res) => a(req, res);
