import express from 'express';
import cors from 'cors';

const app = express();

app.use(
  cors({
    credentials: true,
    origin(origin, done) {
      done(null, origin === undefined || origin.endsWith('example.com'));
    },
  }),
);

app.get('/me', (req, res) => res.json({ id: req.get('X-User') }));

app.listen(3000);
