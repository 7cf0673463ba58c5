const { Router } = require('express');
const accounts = require('../services/accounts');

const router = Router();

router.get('/', async (req, res, next) => {
  try {
    const account = await accounts.find(req.session.userId);
    res.render('settings', { account, csrfToken: req.csrfToken() });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
