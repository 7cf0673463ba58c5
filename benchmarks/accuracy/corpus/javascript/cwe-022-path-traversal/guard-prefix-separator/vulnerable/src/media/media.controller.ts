import { BadRequestException, Controller, Get, Header, Query } from '@nestjs/common';
import { MediaService } from './media.service';

@Controller('press')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Get('file')
  @Header('Content-Disposition', 'attachment')
  file(@Query('path') path: unknown) {
    if (typeof path !== 'string' || path.includes('\0')) {
      throw new BadRequestException('path is required');
    }
    return this.media.open(path);
  }

  @Get('embargoed/count')
  async embargoed() {
    return { count: await this.media.countEmbargoed() };
  }
}
