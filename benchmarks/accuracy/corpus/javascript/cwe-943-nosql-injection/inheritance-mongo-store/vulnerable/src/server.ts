import express, { NextFunction, Request, Response } from 'express';
import { MongoClient } from 'mongodb';
import { Booking, BookingStore } from './stores/booking.store';

async function main(): Promise<void> {
  const client = await MongoClient.connect(process.env.MONGO_URL ?? 'mongodb://mongo/hotel');
  const bookings = new BookingStore(client.db().collection<Booking>('bookings'));
  const app = express();

  app.post('/bookings/lookup', express.json(), async (req: Request, res: Response, next: NextFunction) => {
    try {
      const found = await bookings.lookup(req.body);
      res.json(found.map(({ room, nights }) => ({ room, nights })));
    } catch (err) {
      next(err);
    }
  });

  app.listen(3000, () => console.log('lookup service ready'));
}

void main();
