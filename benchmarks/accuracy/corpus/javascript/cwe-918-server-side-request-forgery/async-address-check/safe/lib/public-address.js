const dns = require('node:dns').promises;
const ipaddr = require('ipaddr.js');

async function publicAddress(hostname) {
  const { address, family } = await dns.lookup(hostname);
  const range = ipaddr.process(address).range();
  return range === 'unicast' ? { address, family } : null;
}

module.exports = { publicAddress };
