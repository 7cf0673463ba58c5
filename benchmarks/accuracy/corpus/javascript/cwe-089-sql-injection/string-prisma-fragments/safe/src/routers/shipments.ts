import { z } from 'zod';
import { Prisma, PrismaClient } from '@prisma/client';
import { router, protectedProcedure } from '../trpc';

const prisma = new PrismaClient();

interface ShipmentRow {
  id: number;
  reference: string;
  status: string;
  eta: Date | null;
}

const listInput = z.object({
  status: z.string().optional(),
  carrier: z.string().optional(),
  lateOnly: z.boolean().default(false),
  take: z.number().int().min(1).max(100).default(25),
});

export const shipmentsRouter = router({
  list: protectedProcedure.input(listInput).query(async ({ input, ctx }) => {
    const conditions: Prisma.Sql[] = [Prisma.sql`company_id = ${ctx.session.companyId}`];

    if (input.status) {
      conditions.push(Prisma.sql`status = ${input.status}`);
    }
    if (input.carrier) {
      conditions.push(Prisma.sql`carrier_code = ${input.carrier}`);
    }
    if (input.lateOnly) {
      conditions.push(Prisma.raw('eta < now() AND delivered_at IS NULL'));
    }

    const rows = await prisma.$queryRaw<ShipmentRow[]>(Prisma.sql`
      SELECT id, reference, status, eta
      FROM shipments
      WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY eta NULLS LAST
      LIMIT ${input.take}
    `);
    return { items: rows, count: rows.length };
  }),

  markSeen: protectedProcedure
    .input(z.object({ id: z.number().int() }))
    .mutation(({ input, ctx }) =>
      prisma.shipment.updateMany({
        where: { id: input.id, companyId: ctx.session.companyId },
        data: { seenAt: new Date() },
      }),
    ),
});
