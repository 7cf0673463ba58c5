const { users } = require('./collections');

async function reset(req, res) {
  const token = req.body.token;
  if (typeof token !== 'string' || token.length === 0) {
    res.status(400).json({ message: 'a token is needed' });
    return;
  }
  const user = await users.findOneAndUpdate({ resetToken: token }, { $unset: { resetToken: 1 } });
  res.json({ found: user !== null });
}

module.exports = { reset };
