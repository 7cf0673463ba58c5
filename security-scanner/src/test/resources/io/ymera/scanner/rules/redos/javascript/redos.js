function a(req, res) {
  /^(a+)+$/.test(req.query.x); // finding: redos
  /^([a-z]+\.)+[a-z]+$/.test(req.query.x);
  /^[a-z]+$/.test(req.query.x);
}
module.exports = a;
