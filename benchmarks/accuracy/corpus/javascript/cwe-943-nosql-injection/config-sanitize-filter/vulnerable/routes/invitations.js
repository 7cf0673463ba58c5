const { Router } = require('express');
const { Invitation } = require('../db');
const membership = require('../services/membership');

const router = Router();

router.post('/accept', async (req, res, next) => {
  try {
    const { email, code } = req.body;
    const invitation = await Invitation.findOne({ email, code, usedAt: null });
    if (!invitation) {
      return res.status(404).json({ message: 'This invitation does not exist any more' });
    }
    invitation.usedAt = new Date();
    await invitation.save();
    await membership.add(invitation.team, req.user.id);
    return res.status(204).end();
  } catch (err) {
    return next(err);
  }
});

module.exports = router;
