const crypto = require('crypto');
const { Schema, model } = require('mongoose');

const schema = new Schema({ email: String, salt: String, password: String });

schema.methods.setPassword = function setPassword(password) {
  this.salt = crypto.randomBytes(16).toString('hex');
  this.password = crypto.createHash('md5').update(this.salt + password).digest('hex');
};

module.exports = model('User', schema);
