import { Controller, Post, Req } from '@nestjs/common';
import { KeysService } from './keys.service';
import { randomText } from './text';

@Controller('keys')
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  @Post()
  async issue(@Req() request: { user: { id: string } }) {
    const key = randomText(40);
    await this.keys.store(request.user.id, key);
    return { key };
  }
}
