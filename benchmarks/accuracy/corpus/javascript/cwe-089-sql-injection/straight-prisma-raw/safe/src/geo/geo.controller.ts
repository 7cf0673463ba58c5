import { Controller, Get, Query } from '@nestjs/common';
import { GeoService } from './geo.service';

@Controller('stations')
export class GeoController {
  constructor(private readonly geo: GeoService) {}

  @Get('nearest')
  nearest(@Query('place') place: string) {
    return this.geo.nearest(place);
  }
}
