import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { exec } from 'child_process';
import { publicProcedure, router, protectedProcedure } from './base';
const t = initTRPC.create();
export const a = t.router({
  run: t.procedure.input(z.string()).mutation(({ input }) => { exec('ls ' + input); }), // finding: command-injection
  deep: t.procedure.input(z.object({ dir: z.string() })).query(async (opts) => { exec('ls ' + opts.input.dir); }), // finding: command-injection
});
export const b = router({
  run: publicProcedure.input(z.object({ dir: z.string() })).query(({ input }) => { exec('ls ' + input.dir); }), // finding: command-injection
  prot: protectedProcedure.use(log).input(z.object({ dir: z.string() })).output(z.any()).mutation(async ({ ctx, input }) => { exec('ls ' + input.dir); }), // finding: command-injection
});
