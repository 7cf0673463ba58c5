const escape = (s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
function a(req, res) {
  new RegExp(req.query.pattern); // finding: regex-injection
  new RegExp(escape(req.query.pattern), 'i');
  'text'.match('^' + req.query.prefix); // finding: regex-injection
}
module.exports = a;
