import cookieSession from 'cookie-session';
import express, { Request, Response } from 'express';
import { ownOrigin } from './origin';

const app = express();
const transfers: { from: string; to: string; cents: number }[] = [];

app.use(cookieSession({ name: 'bank', keys: [process.env.COOKIE_KEY ?? ''], secure: true, httpOnly: true, sameSite: 'none' }));
app.use(express.urlencoded({ extended: false }));

app.post('/transfers', ownOrigin, (req: Request, res: Response) => {
  transfers.push({ from: req.session!.account, to: String(req.body.to), cents: Math.abs(Number(req.body.cents)) });
  res.end('done');
});

app.listen(3000);
