const express = require('express');
const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);
const router = express.Router();

router.post('/login', express.json(), async (req, res) => {
  const { email, pin } = req.body;
  const user = await client.db('club').collection('members').findOne({ email: { $eq: String(email) }, pin: String(pin) });
  if (!user) {
    return res.sendStatus(401);
  }
  req.session.member = user._id;
  return res.sendStatus(204);
});

module.exports = router;
