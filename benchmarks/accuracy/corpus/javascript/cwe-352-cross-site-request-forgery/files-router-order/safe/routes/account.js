const { Router } = require('express');
const accounts = require('../services/accounts');

const router = Router();

router.use((req, res, next) => (req.session.userId ? next() : res.redirect('/login')));

router.post('/email', async (req, res, next) => {
  try {
    await accounts.changeEmail(req.session.userId, String(req.body.email));
    res.redirect('/settings');
  } catch (err) {
    next(err);
  }
});

router.post('/close', async (req, res, next) => {
  try {
    await accounts.close(req.session.userId);
    req.session.destroy(() => res.redirect('/'));
  } catch (err) {
    next(err);
  }
});

module.exports = router;
