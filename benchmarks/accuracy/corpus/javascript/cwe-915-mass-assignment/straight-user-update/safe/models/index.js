const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

exports.User = sequelize.define('User', {
  name: DataTypes.STRING,
  phone: DataTypes.STRING,
  role: { type: DataTypes.STRING, defaultValue: 'member' },
});
