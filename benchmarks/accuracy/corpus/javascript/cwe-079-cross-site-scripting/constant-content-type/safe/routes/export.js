const express = require('express');

const router = express.Router();
const KIND = 'text' + '/' + 'plain';

router.post('/echo', express.urlencoded({ extended: false }), (req, res) => {
  res.set('Content-Type', KIND);
  res.set('X-Content-Type-Options', 'nosniff');
  res.end('You wrote: ' + req.body.text);
});

module.exports = router;
