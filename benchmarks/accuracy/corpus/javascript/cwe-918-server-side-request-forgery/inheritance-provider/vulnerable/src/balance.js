const axios = require('axios');
const { CustomProvider, HostedProvider } = require('./providers');

const PROVIDERS = [CustomProvider, HostedProvider];

module.exports = async function balance(req, res) {
  const provider = new PROVIDERS[0](req);
  const { data } = await axios.get(provider.url().href);
  res.json({ balance: data.balance });
};
