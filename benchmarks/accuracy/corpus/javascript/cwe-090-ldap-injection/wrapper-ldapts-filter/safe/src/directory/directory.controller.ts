import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { SessionGuard } from '../auth/session.guard';
import { DirectoryService } from './directory.service';

@Controller('departments/:department/members')
@UseGuards(SessionGuard)
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  @Get()
  find(@Param('department') department: string, @Query('login') login: unknown) {
    return this.directory.find({ department, login: String(login) });
  }
}
