import { Controller, Get, Query, Redirect } from '@nestjs/common';

const MODES = Object.freeze({ partner: 1, own: 2 });
const MODE: number = MODES.own;

@Controller('leave')
export class LeaveController {
  @Get()
  @Redirect('/', 302)
  leave(@Query('to') to: string): { url: string } | undefined {
    if (MODE === MODES.partner) {
      return { url: to };
    }
    return { url: '/left?' + new URLSearchParams({ to }) };
  }
}
