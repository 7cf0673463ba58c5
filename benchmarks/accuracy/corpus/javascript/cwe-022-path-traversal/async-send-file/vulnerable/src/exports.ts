import { Controller, Get, Param, Res } from '@nestjs/common';
import { Response } from 'express';
import { createReadStream } from 'node:fs';
import { ExportsService } from './exports.service';

@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get(':name')
  async download(@Param('name') name: string, @Res() res: Response): Promise<void> {
    const entry = await this.exports.describe(name);
    createReadStream('/srv/exports/' + entry.name).on('error', () => res.sendStatus(404)).pipe(res);
  }
}
