const fs = require('fs');
const jwt = require('jsonwebtoken');

const publicKey = fs.readFileSync(process.env.JWT_PUBLIC_KEY || '/etc/realtime/jwt.pub');

module.exports = function authenticate(log) {
  return function (socket, next) {
    const token = socket.handshake.auth && socket.handshake.auth.token;
    if (typeof token !== 'string') {
      return next(new Error('token expected'));
    }

    return jwt.verify(token, publicKey, { algorithms: ['ES256'] }, (err, payload) => {
      if (err) {
        log.info({ reason: err.name, client: socket.id }, 'token refused');
        payload = null;
      }
      if (!payload) return next(new Error('token not understood'));
      socket.data.user = { id: payload.sub, room: `team:${payload.team}` };
      return next();
    });
  };
};
