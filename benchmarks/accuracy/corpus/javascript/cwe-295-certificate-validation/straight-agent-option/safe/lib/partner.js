const https = require('https');
const axios = require('axios');
const fs = require('fs');

const agent = new https.Agent({
  keepAlive: true,
  ca: fs.readFileSync('partner-ca.pem'),
  rejectUnauthorized: true,
});

exports.orders = async () => (await axios.get('https://partner.example.com/orders', { httpsAgent: agent })).data;
