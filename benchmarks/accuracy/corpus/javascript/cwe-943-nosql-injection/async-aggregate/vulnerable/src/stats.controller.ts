import { Body, Controller, Post } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { Connection } from 'mongoose';

@Controller('stats')
export class StatsController {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  @Post()
  async stats(@Body() body: { stages: object[]; field: string }) {
    const visits = this.connection.collection('visits');
    const stages = await Promise.resolve(body.stages);
    return visits.aggregate(stages).toArray();
  }
}
