const { knex } = require('./database');

const TABLES = { open: 'ticket', closed: 'ticket_archive' };
const PREFIX = 'helpdesk';

module.exports = async function listTickets(req, res) {
  const table = req.query.state === 'closed' ? TABLES.closed : TABLES.open;
  const sql = 'select id, subject from ' + PREFIX + '.' + table + ' order by id desc limit 100';
  const { rows } = await knex.raw(sql);
  res.json(rows);
};
