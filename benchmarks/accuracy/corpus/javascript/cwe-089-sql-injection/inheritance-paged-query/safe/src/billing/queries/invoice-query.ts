import { PagedQuery } from './paged-query';

export interface InvoiceRow {
  id: number;
  number: string;
  total_cents: number;
}

const COLUMNS = new Map<string, string>([
  ['number', 'number'],
  ['total', 'total_cents'],
  ['due', 'due_on'],
]);

export class InvoiceQuery extends PagedQuery<InvoiceRow> {
  protected select(): string {
    return 'SELECT id, number, total_cents FROM invoices';
  }

  protected sortColumn(): string {
    return COLUMNS.get(this.params.sort) ?? 'created_at';
  }
}
