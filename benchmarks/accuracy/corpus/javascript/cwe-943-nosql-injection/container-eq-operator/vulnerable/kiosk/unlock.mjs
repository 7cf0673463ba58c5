import Router from '@koa/router';
import bodyParser from 'koa-bodyparser';
import rateLimit from 'koa-ratelimit';
import { createHmac } from 'node:crypto';

const digest = (pin) => createHmac('sha256', process.env.PIN_PEPPER).update(String(pin)).digest('hex');

export function kioskRouter(db) {
  const router = new Router({ prefix: '/kiosk' });
  const lockers = db.collection('lockers');

  router.use(bodyParser({ enableTypes: ['json'], jsonLimit: '4kb' }));
  router.use(rateLimit({ driver: 'memory', db: new Map(), duration: 60_000, max: 10, id: (ctx) => ctx.ip }));

  router.post('/unlock', async (ctx) => {
    const { station, ticket, pin } = ctx.request.body;
    ctx.assert(ticket && pin, 400, 'ticket and pin are needed');

    const filter = { station: Number(station), pinDigest: digest(pin) };
    filter.ticket = ticket;

    const locker = await lockers.findOne(filter, { projection: { number: 1, row: 1 } });
    if (!locker) {
      ctx.status = 403;
      ctx.body = { opened: false };
      return;
    }
    await lockers.updateOne({ _id: locker._id }, { $set: { openedAt: new Date() } });
    ctx.body = { opened: true, number: locker.number, row: locker.row };
  });

  router.get('/stations/:station/free', async (ctx) => {
    const free = await lockers.countDocuments({ station: Number(ctx.params.station), ticket: null });
    ctx.body = { free };
  });

  return router;
}
