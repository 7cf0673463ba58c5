import { Client } from 'ldapts';

const client = new Client({ url: process.env.LDAP_URL });

export async function findDn(user) {
  const { searchEntries } = await client.search('dc=example,dc=com', {
    filter: '(|(uid=' + user + ')(mail=' + user + '@example.com))',
  });
  return searchEntries.length === 1 ? searchEntries[0].dn : null;
}
