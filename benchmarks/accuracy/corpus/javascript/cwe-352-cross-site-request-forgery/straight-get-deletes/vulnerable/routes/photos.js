const express = require('express');
const { doubleCsrf } = require('csrf-csrf');
const photos = require('../photos');

const { doubleCsrfProtection } = doubleCsrf({
  getSecret: () => process.env.CSRF_SECRET,
  getSessionIdentifier: (req) => req.session.id,
});
const router = express.Router();

router.use(doubleCsrfProtection);

router.get('/photos/:id/delete', async (req, res) => {
  await photos.remove(req.session.user, Number(req.params.id));
  res.redirect('/photos');
});

module.exports = router;
