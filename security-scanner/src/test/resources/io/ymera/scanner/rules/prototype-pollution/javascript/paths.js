const objectPath = require('object-path');
module.exports = (req, res) => {
  objectPath.set({}, req.query.name, 1); // finding: prototype-pollution
  objectPath.set({}, 'mail.daily', req.body.value);
};
