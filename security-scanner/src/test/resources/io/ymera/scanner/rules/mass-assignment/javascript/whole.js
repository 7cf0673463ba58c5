const _ = require('lodash');
module.exports = async (req, res) => {
  await User.create({ ...req.body }); // finding: mass-assignment
  await User.create({ role: 'user', ...req.body }); // finding: mass-assignment
  await User.create({ ...req.body, role: 'user' });
  const { role, ...rest } = req.body;
  await User.create(rest);
  for (const key in req.body) user[key] = req.body[key]; // finding: mass-assignment
  const copy = {};
  for (const key in req.body) copy[key] = req.body[key];
  for (const key of ['name', 'phone']) user[key] = req.body[key];
  for (const key of Object.keys(req.body)) {
    if (['name', 'phone'].includes(key)) user[key] = req.body[key];
  }
  _.assign(user, req.body); // finding: mass-assignment
  await user.update(req.body, { fields: ['name', 'phone'] });
};
