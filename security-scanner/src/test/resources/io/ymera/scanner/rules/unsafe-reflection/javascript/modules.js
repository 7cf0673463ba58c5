async function a(req, res) {
  const plugin = require('./plugins/' + req.query.name); // finding: unsafe-reflection
  const other = await import(req.query.name); // finding: unsafe-reflection
  const known = { a: require('./a'), b: require('./b') };
  known[req.query.name]();
}
module.exports = a;
