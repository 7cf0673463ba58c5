const express = require('express');

const app = express();
const EMAIL = /^([a-zA-Z0-9]+[._-]?)*[a-zA-Z0-9]+@example\.(com|org)$/;

app.post('/newsletter', express.urlencoded({ extended: false, limit: '1mb' }), (req, res) => {
  if (!EMAIL.test(req.body.email)) {
    return res.status(422).send('that is not an address');
  }
  return res.sendStatus(202);
});

app.listen(3000);
