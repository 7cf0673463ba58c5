const crypto = require('crypto');
function makeToken() { return Date.now().toString(36); } // finding: predictable-secret
const sessionId = process.pid + '-' + new Date().getTime(); // finding: predictable-secret
const resetToken = Date.now() + '-' + crypto.randomUUID();
const tokenExpires = Date.now() + 3600;
const csrfToken = crypto.createHmac('sha256', process.env.KEY).update(String(Date.now())).digest('hex');
class Sessions {
  open() {
    const id = Date.now().toString(16); // finding: predictable-secret
    return id;
  }
  wait() { const value = Date.now(); return value; }
}
