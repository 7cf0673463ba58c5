import { Router, Request, Response } from 'express';
import { Ticket } from './models/Ticket';

export const router = Router();

router.post('/tickets/search', async (req: Request, res: Response) => {
  const filter: Record<string, unknown> = { owner: req.session.userId };
  for (const key of ['state', 'priority']) {
    if (typeof req.body.filter[key] === 'string') {
      filter[key] = req.body.filter[key];
    }
  }
  res.json(await Ticket.find(filter).limit(50).lean());
});
