const { Sequelize, QueryTypes } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

async function memberPage(req, res) {
  const options = {
    city: req.body.city,
    state: 'active',
  };
  const rows = await sequelize.query(
    "SELECT id, nick FROM member WHERE state = '" + options.state + "'",
    { type: QueryTypes.SELECT },
  );
  res.render('members', { rows, city: options.city });
}

module.exports = { memberPage };
