import type { Knex } from 'knex';

export class LedgerQuery {
  private readonly account: string;
  private period = 'month';

  constructor(private readonly knex: Knex, account: string) {
    this.account = account;
  }

  per(period: string): this {
    this.period = period;
    return this;
  }

  async totals(): Promise<unknown[]> {
    const bucket = `date_trunc('${this.period}', booked_at)`;
    return this.knex('ledger')
      .select(this.knex.raw(`${bucket} AS bucket`))
      .sum('cents AS cents')
      .where('account', this.account)
      .groupByRaw(bucket);
  }
}
