import { Controller, DefaultValuePipe, Get, ParseIntPipe, Query, Req, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SessionGuard } from '../auth/session.guard';
import { InvoiceQuery } from './queries/invoice-query';

@Controller('invoices')
@UseGuards(SessionGuard)
export class InvoicesController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  list(
    @Req() req: { accountId: number },
    @Query('page', new DefaultValuePipe(1), ParseIntPipe) page: number,
    @Query('sort', new DefaultValuePipe('number')) sort: string,
  ) {
    return new InvoiceQuery(this.dataSource, { page: Math.max(page, 1), sort, accountId: req.accountId }).run();
  }
}
