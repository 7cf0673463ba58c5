const mongoose = require('mongoose');
const { MongoClient, ObjectId } = require('mongodb');
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
async function a(req, res) {
  await User.findOne({ name: req.body.name, password: req.body.password }); // finding: nosql-injection
  await User.findOne({ name: String(req.body.name) });
  await User.find(req.query); // finding: nosql-injection
  await User.findOne({ name: { $eq: req.body.name } });
  await User.find({ $where: `this.name == '${req.body.name}'` }); // finding: nosql-injection
}
async function b(req, res) {
  const { name } = req.body;
  if (typeof name !== 'string') return res.sendStatus(400);
  await User.findOne({ name });
  const id = new ObjectId(req.params.id);
  await User.findOne({ _id: id });
}
module.exports = { a, b };
