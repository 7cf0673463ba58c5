import { Controller, Get, Param, Res } from '@nestjs/common';
import { Response } from 'express';
import { ExportsService } from './exports.service';

@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get(':name')
  async download(@Param('name') name: string, @Res() res: Response): Promise<void> {
    const entry = await this.exports.describe(name);
    res.sendFile(entry.name, { root: '/srv/exports' });
  }
}
