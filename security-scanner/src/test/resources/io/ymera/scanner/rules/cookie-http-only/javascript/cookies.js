function a(req, res) {
  res.cookie('session', 'x', { secure: true }); // finding: cookie-http-only
  res.cookie('session', 'x', { secure: true, httpOnly: true });
  res.cookie('session', 'x', { secure: true, httpOnly: false }); // finding: cookie-http-only
}
module.exports = a;
