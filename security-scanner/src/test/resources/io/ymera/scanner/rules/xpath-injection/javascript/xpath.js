const xpath = require('xpath');
function a(req, doc) {
  xpath.select(`//user[name='${req.query.name}']`, doc); // finding: xpath-injection
  xpath.select(`//user[id=${parseInt(req.query.id, 10)}]`, doc);
}
module.exports = (req, res) => a(req, {});
