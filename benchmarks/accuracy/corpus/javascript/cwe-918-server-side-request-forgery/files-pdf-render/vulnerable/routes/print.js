const { Router } = require('express');
const { render } = require('../services/browser');

const router = Router();

router.post('/print', async (req, res) => {
  const pdf = await render(req.body.page);
  res.type('pdf').send(pdf);
});

module.exports = router;
