const db = require('../db');
class Users {
  constructor(table) {
    this.table = table;
  }
  byName(name) {
    return db.query(`SELECT * FROM ${this.table} WHERE name = '${name}'`); // finding: sql-injection
  }
  byId(id) {
    return db.query('SELECT * FROM ' + this.table + ' WHERE id = ?', [id]);
  }
}
module.exports = new Users('users');
