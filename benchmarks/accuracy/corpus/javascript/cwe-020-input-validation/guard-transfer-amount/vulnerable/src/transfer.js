const { accounts } = require('./accounts');

async function transfer(req, res) {
  const amount = Number(req.body.amount);
  const from = await accounts.get(req.session.account);
  const to = await accounts.get(String(req.body.to));
  if (!to || amount > from.balance) {
    return res.status(422).json({ message: 'the transfer is not possible' });
  }
  await accounts.move(from, to, amount);
  return res.sendStatus(204);
}

module.exports = { transfer };
