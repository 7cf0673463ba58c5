const cors = require('cors');
const ALLOWED = ['https://a.example', 'https://b.example'];
cors({ origin: true, credentials: true }); // finding: cors
cors({ origin: ['https://a.example'], credentials: true });
function a(req, res) {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin); // finding: cors
}
module.exports = { a };
