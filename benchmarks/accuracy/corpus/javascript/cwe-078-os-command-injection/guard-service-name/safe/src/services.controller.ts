import { Controller, Logger, NotFoundException, Param, Post } from '@nestjs/common';
import { exec } from 'child_process';
import { promisify } from 'util';

const execute = promisify(exec);
const SERVICES = new Set(['nginx', 'redis', 'mailer']);

@Controller('services')
export class ServicesController {
  private readonly logger = new Logger(ServicesController.name);

  @Post(':name/restart')
  async restart(@Param('name') name: string) {
    if (!SERVICES.has(name)) {
      this.logger.warn('unknown service requested');
      throw new NotFoundException('unknown service');
    }
    const { stdout } = await execute(`systemctl restart ${name} && systemctl is-active ${name}`);
    return { name, state: stdout.trim() };
  }
}
