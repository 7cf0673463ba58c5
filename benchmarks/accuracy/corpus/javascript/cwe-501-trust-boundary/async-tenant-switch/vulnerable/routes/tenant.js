const express = require('express');
const db = require('../db');

const router = express.Router();

async function membershipOf(userId, tenantId) {
  const { rows } = await db.query('SELECT tenant_id, role FROM memberships WHERE user_id = $1 AND tenant_id = $2', [
    userId,
    tenantId,
  ]);
  return rows[0];
}

router.post('/switch', express.json(), async (req, res, next) => {
  const wanted = Number(req.body.tenant);
  if (!Number.isSafeInteger(wanted)) {
    return res.status(400).json({ message: 'tenant must be a number' });
  }
  try {
    const membership = await membershipOf(req.session.userId, wanted);
    if (!membership) {
      return res.status(403).json({ message: 'No access to this tenant' });
    }
    req.session.tenant = wanted;
    req.session.role = req.body.role || membership.role;
    return res.json({ tenant: req.session.tenant, role: req.session.role });
  } catch (err) {
    return next(err);
  }
});

router.delete('/users/:id(\\d+)', async (req, res, next) => {
  if (req.session.role !== 'owner') {
    return res.status(403).end();
  }
  try {
    await db.query('DELETE FROM memberships WHERE user_id = $1 AND tenant_id = $2', [
      Number(req.params.id),
      req.session.tenant,
    ]);
    return res.status(204).end();
  } catch (err) {
    return next(err);
  }
});

module.exports = router;
