import { Injectable } from '@nestjs/common';
import { PrismaService } from '../prisma.service';

@Injectable()
export class GeoService {
  constructor(private readonly prisma: PrismaService) {}

  nearest(place: string): Promise<unknown> {
    return this.prisma.$queryRaw`SELECT id, name FROM station WHERE place = ${place} LIMIT 5`;
  }
}
