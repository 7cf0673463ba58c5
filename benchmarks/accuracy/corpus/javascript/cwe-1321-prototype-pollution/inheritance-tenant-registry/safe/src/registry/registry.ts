export abstract class Registry<V> {
  protected readonly groups = new Map<string, Map<string, V>>();

  protected group(name: string): Map<string, V> {
    if (!this.groups.has(name)) this.groups.set(name, new Map());
    return this.groups.get(name) as Map<string, V>;
  }

  put(group: string, key: string, value: V): void {
    this.group(group).set(key, this.prepare(value));
  }

  protected abstract prepare(value: V): V;
}
