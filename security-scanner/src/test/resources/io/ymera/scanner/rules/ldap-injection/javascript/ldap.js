const ldap = require('ldapjs');
const client = ldap.createClient({ url: 'ldap://x' });
function escapeFilter(s) {
  return s.replace(/[\\*()\0]/g, (c) => '\\' + c.charCodeAt(0).toString(16));
}
function a(req, res) {
  client.search('dc=x', { filter: `(uid=${req.query.uid})`, scope: 'sub' }, () => {}); // finding: ldap-injection
  client.search('dc=x', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.query.uid }), scope: 'sub' }, () => {});
}
module.exports = a;
