export abstract class Registry<V> {
  protected readonly groups: Record<string, Record<string, V>> = {};

  protected group(name: string): Record<string, V> {
    this.groups[name] ??= {};
    return this.groups[name];
  }

  put(group: string, key: string, value: V): void {
    this.group(group)[key] = this.prepare(value);
  }

  protected abstract prepare(value: V): V;
}
