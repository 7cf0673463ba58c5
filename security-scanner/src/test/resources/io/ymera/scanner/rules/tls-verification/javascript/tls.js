const https = require('https');
const axios = require('axios');
new https.Agent({ rejectUnauthorized: false }); // finding: tls-verification
new https.Agent({ keepAlive: true });
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // finding: tls-verification
https.request({ hostname: 'x', rejectUnauthorized: false }); // finding: tls-verification
