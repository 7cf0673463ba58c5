const vm = require('vm');
function a(req, res) {
  const r = eval(req.query.expression); // finding: code-injection
  const f = new Function('x', 'return ' + req.body.body); // finding: code-injection
  vm.runInNewContext(req.body.code, {}); // finding: code-injection
  setTimeout(() => res.json(req.query.x), 10);
  setTimeout('go(' + req.query.x + ')', 10); // finding: code-injection
  const data = JSON.parse(req.body.text);
}
module.exports = a;
