function a(req, res) {
  res.setHeader('X-Name', req.query.name); // finding: header-injection
  res.setHeader('X-Name', req.query.name.replace(/[\r\n]/g, ''));
  res.setHeader('X-Name', encodeURIComponent(req.query.name));
}
module.exports = a;
