const https = require('https');
const tls = require('tls');
https.createServer({ minVersion: 'TLSv1' }); // finding: weak-tls
https.createServer({ minVersion: 'TLSv1.2' });
tls.connect({ secureProtocol: 'SSLv3_method' }); // finding: weak-tls
