import { Body, Controller, Post } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { firstValueFrom } from 'rxjs';

interface Hook {
  name: string;
  target: string;
}

@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly http: HttpService) {}

  @Post('test')
  async test(@Body() hook: Hook) {
    const request: Record<string, string> = {
      gateway: 'https://hooks.example.com/deliver',
      target: hook.target,
    };
    const answer = await firstValueFrom(this.http.post(request.gateway, { name: hook.name }));
    return { status: answer.status };
  }
}
