import { BadRequestException, Body, Controller, Post, UseGuards } from '@nestjs/common';
import { EditorGuard } from '../auth/editor.guard';
import { CampaignMailer } from './campaign-mailer.service';

@Controller('campaigns')
@UseGuards(EditorGuard)
export class CampaignsController {
  constructor(private readonly mailer: CampaignMailer) {}

  @Post('send')
  async send(@Body() body: Record<string, unknown>) {
    if (!Array.isArray(body.recipients) || body.recipients.length > 500) {
      throw new BadRequestException('recipients are missing or too many');
    }
    const sent = await this.mailer.send({
      subject: String(body.subject ?? 'News'),
      greeting: String(body.greeting ?? 'Hello'),
      recipients: body.recipients.map(String),
    });
    return { sent };
  }
}
