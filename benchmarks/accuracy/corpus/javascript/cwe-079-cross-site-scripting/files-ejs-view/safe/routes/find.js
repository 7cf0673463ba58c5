const { Router } = require('express');
const catalogue = require('../catalogue.json');

const router = Router();

router.get('/', (req, res) => {
  const term = String(req.query.term ?? '');
  const hits = catalogue.filter((item) => item.title.includes(term));
  res.render('find', { term, hits });
});

module.exports = router;
