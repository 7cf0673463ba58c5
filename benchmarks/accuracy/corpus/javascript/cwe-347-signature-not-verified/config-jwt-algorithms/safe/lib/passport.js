const jwt = require('jsonwebtoken');

const options = {
  issuer: 'id.example.com',
  algorithms: ['HS256'],
};

function keyFor(header, done) {
  done(header.alg === 'none' ? new Error('no key') : null, process.env.ID_KEY);
}

exports.user = (token) =>
  new Promise((resolve, reject) => {
    jwt.verify(token, keyFor, options, (err, claims) => (err ? reject(err) : resolve(claims.sub)));
  });
