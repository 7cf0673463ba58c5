const User = require('./user');
async function a(req, res) {
  await User.create(req.body); // finding: mass-assignment
  await User.create({ name: req.body.name });
  const user = await User.findById(req.params.id);
  Object.assign(user, req.body); // finding: mass-assignment
  const { name, email } = req.body;
  Object.assign(user, { name, email });
  await User.findByIdAndUpdate(req.params.id, req.body); // finding: mass-assignment
}
module.exports = a;
