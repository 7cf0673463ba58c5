import { model, Schema } from 'mongoose';

export const Ticket = model(
  'Ticket',
  new Schema({ owner: String, state: String, priority: String, subject: String }),
);
