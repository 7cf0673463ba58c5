import { BadGatewayException, BadRequestException, Controller, Get, Logger, Query } from '@nestjs/common';
import { CarrierClient } from './carrier.client';

@Controller('tracking')
export class TrackingController {
  private readonly logger = new Logger(TrackingController.name);

  constructor(private readonly carrier: CarrierClient) {}

  @Get()
  async state(@Query('parcel') parcel: unknown) {
    if (typeof parcel !== 'string' || parcel.length < 8 || /^\.+$/.test(parcel)) {
      throw new BadRequestException('parcel is missing');
    }
    try {
      return await this.carrier.track(parcel);
    } catch {
      this.logger.warn('carrier did not answer');
      throw new BadGatewayException('Carrier is not reachable');
    }
  }
}
