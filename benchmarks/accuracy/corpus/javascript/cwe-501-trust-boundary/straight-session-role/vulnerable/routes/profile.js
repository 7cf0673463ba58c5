const express = require('express');

const router = express.Router();

router.post('/workspace', async (req, res) => {
  const member = await req.app.locals.members.find(req.session.userId, String(req.body.workspace));
  if (!member) {
    return res.sendStatus(404);
  }
  req.session.workspace = member.workspace;
  req.session.role = req.body.role;
  return res.sendStatus(204);
});

module.exports = router;
