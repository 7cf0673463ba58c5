type Compiled = (row: Record<string, number>) => number;

export class Engine {
  private source = '0';
  private label = '';

  column(name: string): this {
    this.source = `row.${name}`;
    this.label = name;
    return this;
  }

  compile(): Compiled {
    return new Function('row', `return ${this.source} * 1;`) as Compiled;
  }

  toString(): string {
    return this.label;
  }
}
