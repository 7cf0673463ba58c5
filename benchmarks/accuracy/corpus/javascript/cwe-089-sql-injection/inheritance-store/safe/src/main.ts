import express, { Request, Response } from 'express';
import { Pool } from 'pg';
import { storeFor } from './store';

const app = express();
const store = storeFor(new Pool());

app.get('/assets', async (req: Request, res: Response) => {
  res.json(await store.find(String(req.query.q)));
});

app.listen(3000);
