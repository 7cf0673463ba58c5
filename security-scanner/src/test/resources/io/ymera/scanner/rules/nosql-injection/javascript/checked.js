const Joi = require('joi');
const { z } = require('zod');
const sanitize = require('mongo-sanitize');
const users = require('./users');
const schema = Joi.object({ name: Joi.string().required() });
const bodySchema = z.object({ name: z.string() });
async function a(req, res) {
  const { error, value } = schema.validate(req.body);
  if (error) return res.sendStatus(400);
  await users.findOne({ name: value.name });
}
async function b(req, res) {
  const body = bodySchema.parse(req.body);
  await users.findOne({ name: body.name });
}
async function c(req, res) {
  await users.findOne({ name: sanitize(req.body.name) });
  await users.findOne({ _id: req.params.id });
  await users.findOne({ age: parseInt(req.body.age, 10) });
  await users.findOne({ name: req.body.name.toString() });
  await users.findOne({ name: req.query.name }); // finding: nosql-injection
}
async function d(req, res) {
  const filter = {};
  filter.name = req.body.name;
  await users.find(filter); // finding: nosql-injection
  const [first] = await users.find({ name: 'x' }).exec();
  const list = [{ name: 'a' }, { name: 'b' }];
  list.find((each) => each.name === req.query.name);
}
module.exports = { a, b, c, d };
