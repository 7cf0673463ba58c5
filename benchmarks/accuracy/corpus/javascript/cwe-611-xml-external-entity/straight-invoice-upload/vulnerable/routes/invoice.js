const express = require('express');
const libxmljs = require('libxmljs2');

const router = express.Router();

router.post('/invoice', express.text({ type: 'application/xml' }), (req, res) => {
  const doc = libxmljs.parseXml(req.body, { noent: true, noblanks: true });
  res.json({ number: doc.get('//number').text(), note: doc.get('//note').text() });
});

module.exports = router;
