const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);

exports.Device = client.db('fleet').collection('devices');
