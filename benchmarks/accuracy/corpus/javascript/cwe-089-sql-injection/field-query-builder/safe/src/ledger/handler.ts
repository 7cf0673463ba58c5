import type { FastifyReply, FastifyRequest } from 'fastify';
import { knex } from '../db';
import { LedgerQuery } from './LedgerQuery';

interface Params {
  account: string;
}

export async function ledgerTotals(
  request: FastifyRequest<{ Params: Params; Querystring: { per?: string } }>,
  reply: FastifyReply,
) {
  const query = new LedgerQuery(knex, request.params.account).per(request.query.per ?? 'month');
  return reply.send(await query.totals());
}
