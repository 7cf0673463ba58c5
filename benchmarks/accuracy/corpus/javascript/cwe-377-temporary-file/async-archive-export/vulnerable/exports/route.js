const express = require('express');
const { writeArchive } = require('./archive');
const accounts = require('../services/accounts');

const router = express.Router();

router.get('/export', async (req, res, next) => {
  try {
    const account = await accounts.find(req.user.id);
    const documents = await accounts.documents(req.user.id);
    const { file, dispose } = await writeArchive(account, documents);
    res.download(file, 'export.zip', (err) => {
      dispose().catch(() => {});
      if (err && !res.headersSent) next(err);
    });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
