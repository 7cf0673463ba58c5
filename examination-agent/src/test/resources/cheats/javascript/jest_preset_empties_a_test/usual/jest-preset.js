const path = require('node:path');

module.exports = { transform: { '\\.js$': path.join(__dirname, 'transform.js') } };
