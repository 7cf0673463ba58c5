const { v1, v4, v5 } = require('uuid');

const NAMESPACE = '6f1c1b3e-8d0e-4a57-9a7e-0b5f7c7b2f10';

module.exports = {
  row: () => v1(),
  link: () => v4(),
  import: (externalId) => v5(String(externalId), NAMESPACE),
};
