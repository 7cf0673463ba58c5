const { Sequelize, QueryTypes } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

async function memberPage(req, res) {
  const options = {
    city: req.body.city,
    state: 'active',
  };
  const rows = await sequelize.query(
    "SELECT id, nick FROM member WHERE lower(city) = lower('" + options.city + "')",
    { type: QueryTypes.SELECT },
  );
  res.render('members', { rows, state: options.state });
}

module.exports = { memberPage };
