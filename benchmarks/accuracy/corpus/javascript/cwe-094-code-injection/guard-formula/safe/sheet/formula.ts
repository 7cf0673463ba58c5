import { Request, Response } from 'express';

const ALLOWED = /^[\d\s()+*/.-]+$/;

export function evaluate(req: Request, res: Response): void {
  const formula: string = String(req.body.formula);
  if (!ALLOWED.test(formula)) {
    res.status(422).json({ message: 'only arithmetic is understood' });
    return;
  }
  const compute = new Function(`return ${formula};`);
  res.json({ result: compute() });
}
