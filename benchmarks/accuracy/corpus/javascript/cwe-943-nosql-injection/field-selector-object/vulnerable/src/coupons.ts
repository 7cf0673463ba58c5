import { MongoClient } from 'mongodb';
import type { Request, Response } from 'express';
import { Selector } from './Selector';

const client = new MongoClient(process.env.MONGO_URL ?? 'mongodb://localhost');
const coupons = client.db('shop').collection<{ code: string; open: boolean }>('coupon');

export async function redeem(req: Request, res: Response): Promise<void> {
  const coupon = await coupons.findOneAndUpdate(new Selector().byCode(req.body.code).get(), { $set: { open: false } });
  res.json({ redeemed: coupon !== null });
}
