import { DataSource } from 'typeorm';

export interface PageParams {
  page: number;
  sort: string;
  accountId: number;
}

export interface Page<T> {
  items: T[];
  page: number;
}

export abstract class PagedQuery<T> {
  protected readonly size = 20;

  constructor(protected readonly dataSource: DataSource, protected readonly params: PageParams) {}

  protected abstract select(): string;
  protected abstract sortColumn(): string;

  async run(): Promise<Page<T>> {
    const offset = (this.params.page - 1) * this.size;
    const items: T[] = await this.dataSource.query(
      `${this.select()} WHERE account_id = $1 ORDER BY ${this.sortColumn()} LIMIT $2 OFFSET $3`,
      [this.params.accountId, this.size, offset],
    );
    return { items, page: this.params.page };
  }
}
