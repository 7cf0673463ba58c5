import type { Filter } from 'mongodb';

export class Selector {
  private filter: Filter<{ code: string; open: boolean }> = { open: true };

  byCode(code: unknown): this {
    this.filter = { ...this.filter, code: code as string };
    return this;
  }

  get(): Filter<{ code: string; open: boolean }> {
    return this.filter;
  }
}
