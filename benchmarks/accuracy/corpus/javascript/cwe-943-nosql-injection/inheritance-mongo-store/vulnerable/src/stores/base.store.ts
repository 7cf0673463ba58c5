import type { Collection, Document, Filter, WithId } from 'mongodb';

export abstract class BaseStore<T extends Document> {
  constructor(protected readonly collection: Collection<T>) {}

  protected abstract criteria(input: Record<string, unknown>): Filter<T>;

  async lookup(input: Record<string, unknown>): Promise<WithId<T>[]> {
    return this.collection.find(this.criteria(input)).limit(100).toArray();
  }
}
