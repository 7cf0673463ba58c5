import { Router, Request, Response } from 'express';
import { Ticket } from './models/Ticket';

export const router = Router();

router.post('/tickets/search', async (req: Request, res: Response) => {
  const filter: Record<string, unknown> = { owner: req.session.userId };
  Object.assign(filter, req.body.filter);
  res.json(await Ticket.find(filter).limit(50).lean());
});
