import { Injectable } from '@nestjs/common';
import { createHash } from 'crypto';

@Injectable()
export class KeysService {
  private readonly keys = new Map<string, string>();

  async store(owner: string, key: string): Promise<void> {
    this.keys.set(createHash('sha256').update(key).digest('hex'), owner);
  }
}
