const serializer = require('node-serialize');

function encode(cart) {
  return Buffer.from(serializer.serialize(cart)).toString('base64');
}

function decode(text) {
  const plain = Buffer.from(text, 'base64').toString('utf8');
  return serializer.unserialize(plain);
}

module.exports = { encode, decode };
