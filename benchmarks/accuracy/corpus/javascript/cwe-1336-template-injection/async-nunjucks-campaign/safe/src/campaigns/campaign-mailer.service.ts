import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { MailQueue } from './mail.queue';

export interface CampaignDraft {
  subject: string;
  greeting: string;
  recipients: string[];
}

@Injectable()
export class CampaignMailer {
  private readonly environment = new nunjucks.Environment(null, { autoescape: true });

  constructor(private readonly queue: MailQueue) {}

  async send(draft: CampaignDraft): Promise<number> {
    const layout = await readFile(join(__dirname, 'templates', 'campaign.njk'), 'utf8');
    let sent = 0;
    for (const to of draft.recipients) {
      const html = this.environment
        .renderString(layout, { to })
        .replace('%GREETING%', () => nunjucks.lib.escape(draft.greeting));
      await this.queue.add({ to, subject: draft.subject.replace(/[\r\n]+/g, ' '), html });
      sent += 1;
    }
    return sent;
  }
}
