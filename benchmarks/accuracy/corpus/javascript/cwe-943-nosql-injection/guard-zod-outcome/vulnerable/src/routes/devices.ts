import { Hono } from 'hono';
import type { Db } from 'mongodb';
import { z } from 'zod';

const claimSchema = z.object({
  serial: z.string().min(6).max(40),
  claimCode: z.string().length(12),
});

type Variables = { userId: string };

export function devicesRoute(db: Db) {
  const app = new Hono<{ Variables: Variables }>();
  const devices = db.collection('devices');

  app.post('/claim', async (c) => {
    const body = await c.req.json().catch(() => ({}));
    const checked = claimSchema.safeParse(body);
    if (!checked.success) {
      console.warn('claim with unexpected shape', checked.error.issues.length);
    }
    const { serial, claimCode } = body;

    const result = await devices.findOneAndUpdate(
      { serial, claimCode, owner: null },
      { $set: { owner: c.get('userId'), claimedAt: new Date() } },
      { projection: { serial: 1, model: 1 }, returnDocument: 'after' },
    );
    if (!result) {
      return c.json({ message: 'Device cannot be claimed' }, 404);
    }
    return c.json({ serial: result.serial, model: result.model });
  });

  app.get('/', async (c) => {
    const mine = await devices.find({ owner: c.get('userId') }).project({ serial: 1, model: 1 }).toArray();
    return c.json(mine);
  });

  return app;
}
