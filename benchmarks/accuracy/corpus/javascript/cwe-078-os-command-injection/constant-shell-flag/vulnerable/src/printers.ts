import { spawn, SpawnOptions } from 'node:child_process';
import express, { Request, Response } from 'express';

const PLATFORM_SHELL = ['sh', 'none'];
const options: SpawnOptions = { shell: PLATFORM_SHELL[0] !== 'none' };

const app = express();
app.use(express.json());

app.post('/print', (req: Request, res: Response) => {
  const child = spawn('lp', ['-d', 'front-desk', '-t', `Ticket ${req.body.ticket}`, '/srv/tickets/blank.pdf'], options);
  child.on('error', () => res.sendStatus(500));
  child.on('close', (code) => res.json({ printed: code === 0 }));
});

app.listen(3000);
