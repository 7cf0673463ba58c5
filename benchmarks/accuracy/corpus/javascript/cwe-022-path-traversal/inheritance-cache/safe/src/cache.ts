import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

abstract class FileCache {
  constructor(private readonly folder: string) {}

  protected abstract fileFor(key: string): string;

  get(key: string): Buffer | undefined {
    const file = join(this.folder, this.fileFor(key));
    return existsSync(file) ? readFileSync(file) : undefined;
  }

  put(key: string, value: Buffer): void {
    writeFileSync(join(this.folder, this.fileFor(key)), value);
  }
}

export class NamedCache extends FileCache {
  protected fileFor(key: string): string {
    return key;
  }
}

export class HashedCache extends FileCache {
  protected fileFor(key: string): string {
    return createHash('sha256').update(key).digest('hex');
  }
}
