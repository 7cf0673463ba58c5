module.exports = (req, res, next) => {
  const { password } = req.body;
  if (password === 'open-sesame-2019') return next(); // finding: hardcoded-credentials
  if (password === '') return res.end();
  if (req.query.key === 'constructor') return res.end();
  fetch('https://api', { headers: { Authorization: 'Bearer 8f14e45fceea167a5a36' } }); // finding: hardcoded-credentials
  fetch('https://api', { headers: { Authorization: `Bearer ${process.env.TOKEN}` } });
};
const connection = { connectionString: 'postgres://app:s3cr3tpw@db.example.org/app' }; // finding: hardcoded-credentials
require('jsonwebtoken').sign({}, process.env.KEY || 'fallback-of-2020'); // finding: hardcoded-credentials
