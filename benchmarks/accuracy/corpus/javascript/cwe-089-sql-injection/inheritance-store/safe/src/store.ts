import { Pool } from 'pg';

abstract class Store {
  constructor(protected readonly pool: Pool) {}

  protected abstract condition(value: string): { text: string; values: string[] };

  async find(value: string): Promise<unknown[]> {
    const { text, values } = this.condition(value);
    const { rows } = await this.pool.query('SELECT id, label FROM asset WHERE ' + text, values);
    return rows;
  }
}

class OwnerStore extends Store {
  protected condition(value: string) {
    return { text: 'owner = $1', values: [value] };
  }
}

class LabelStore extends Store {
  protected condition(value: string) {
    return { text: `label ILIKE '%${value}%'`, values: [] as string[] };
  }
}

export function storeFor(pool: Pool): Store {
  return new OwnerStore(pool);
}

export { LabelStore, OwnerStore };
