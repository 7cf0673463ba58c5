const crypto = require('crypto');
const { Schema, model } = require('mongoose');

const schema = new Schema({ email: String, salt: String, password: String });

schema.methods.setPassword = function setPassword(password) {
  this.salt = crypto.randomBytes(16).toString('hex');
  this.password = crypto.scryptSync(password, this.salt, 64).toString('hex');
};

module.exports = model('User', schema);
