const ldap = require('ldapjs');
const express = require('express');

const client = ldap.createClient({ url: process.env.LDAP_URL });
const app = express();

app.get('/people', (req, res) => {
  const people = [];
  const options = {
    scope: 'sub',
    attributes: ['cn', 'mail'],
    filter: `(&(objectClass=person)(uid=${req.query.uid}))`,
  };
  client.search('ou=people,dc=example,dc=com', options, (err, search) => {
    if (err) {
      return res.sendStatus(502);
    }
    search.on('searchEntry', (entry) => people.push(entry.pojo));
    return search.on('end', () => res.json(people));
  });
});

app.listen(3000);
