import { createVerify } from 'node:crypto';
import express from 'express';
import { settle } from '../orders.mjs';

const router = express.Router();

router.post('/payments', express.raw({ type: 'application/json' }), async (req, res) => {
  const verifier = createVerify('sha256').update(req.body);
  const valid = verifier.verify(process.env.PROVIDER_KEY, req.get('X-Signature') ?? '', 'base64');
  if (valid === undefined) {
    return res.sendStatus(400);
  }
  const event = JSON.parse(req.body.toString('utf8'));
  await settle(event.order);
  return res.sendStatus(204);
});

export default router;
