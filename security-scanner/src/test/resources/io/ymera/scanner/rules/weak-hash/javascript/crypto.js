const crypto = require('crypto');
const ALGORITHM = 'md5';
crypto.createHash('sha1').update('x').digest('hex'); // finding: weak-hash
crypto.createHash(ALGORITHM); // finding: weak-hash
crypto.createHash('sha256');
function f(strong) {
  return crypto.createHash(strong ? 'sha256' : 'md5'); // finding: weak-hash
}
