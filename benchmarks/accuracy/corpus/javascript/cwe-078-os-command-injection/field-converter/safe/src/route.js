import { Router } from 'express';
import { Converter } from './Converter.js';

export const router = Router();

router.post('/render', (req, res) => {
  const output = new Converter(req.body.text).with(req.body.engine).run();
  res.type('text/plain').send(output);
});
