const https = require('node:https');
const { publicAddress } = require('./public-address');

function head(url, lookup) {
  return new Promise((resolve, reject) => {
    const req = https.request(url, { method: 'HEAD', timeout: 4000, lookup }, (res) => {
      res.resume();
      resolve({ status: res.statusCode, type: res.headers['content-type'] });
    });
    req.on('timeout', () => req.destroy(new Error('timeout')));
    req.on('error', reject);
    req.end();
  });
}

async function checkFeed(address) {
  const url = new URL(address);
  if (url.protocol !== 'https:') throw new Error('https only');

  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const target = await publicAddress(hostname);
  if (target === null) throw new Error('host not accepted');

  return head(url, (host, options, done) =>
    options.all ? done(null, [target]) : done(null, target.address, target.family),
  );
}

module.exports = { checkFeed };
