import { Injectable } from '@nestjs/common';

@Injectable()
export class ExportsService {
  async describe(name: string): Promise<{ name: string; asked: Date }> {
    return { name, asked: new Date() };
  }
}
