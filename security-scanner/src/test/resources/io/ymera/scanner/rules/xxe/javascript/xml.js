const libxmljs = require('libxmljs');
function a(req, res) {
  libxmljs.parseXml(req.body, { noent: true }); // finding: xxe
  libxmljs.parseXml(req.body, { noent: false });
  libxmljs.parseXml(req.body);
}
module.exports = a;
