const cors = require('cors');
const OURS = ['https://a'];
module.exports = [
  cors({ origin: (origin, done) => done(null, true), credentials: true }), // finding: cors
  cors({ origin: (origin, done) => done(null, OURS.includes(origin)), credentials: true }),
];
