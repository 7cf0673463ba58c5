const serialize = require('node-serialize');
const yaml = require('js-yaml');
function a(req, res) {
  serialize.unserialize(req.cookies.profile); // finding: deserialization
  yaml.load(req.body.text); // finding: deserialization
  yaml.load(req.body.text, { schema: yaml.JSON_SCHEMA });
  JSON.parse(req.body.text);
}
module.exports = a;
