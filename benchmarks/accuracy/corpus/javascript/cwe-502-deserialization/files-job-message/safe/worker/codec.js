import { z } from 'zod';

const Job = z.object({ id: z.number(), kind: z.string() });

export function decode(buffer) {
  const plain = JSON.parse(buffer.toString('utf8'));
  return Job.parse(plain);
}
