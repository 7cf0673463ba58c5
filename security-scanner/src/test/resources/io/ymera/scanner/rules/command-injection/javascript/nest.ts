import { Body, Controller, Get, Injectable, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Request, Response } from 'express';
import { execSync } from 'child_process';

@Injectable()
export class PingService {
  ping(host: string): string {
    return execSync('ping -c 1 ' + host).toString(); // finding: command-injection
  }
  list(count: number): string {
    return execSync('ls | head -' + count).toString();
  }
}

@Controller('ping')
export class PingController {
  constructor(private readonly service: PingService) {}

  @Get()
  get(@Query('host') host: string) {
    return { out: this.service.ping(host) };
  }

  @Post()
  post(@Body() body: { count: string }) {
    return { out: this.service.list(Number(body.count)) };
  }

  @Get('raw')
  raw(@Req() request: Request, @Res() response: Response) {
    execSync('id ' + request.query.user); // finding: command-injection
    response.send(`<i>${request.query.user}</i>`); // finding: xss
  }

  @Get(':id')
  one(@Param('id') id: string) {
    execSync(`id ${id}`); // finding: command-injection
  }
}
