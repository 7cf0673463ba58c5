import { Body, Controller, Post } from '@nestjs/common';
import { AccountsService } from './accounts.service';

@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Post()
  async signUp(@Body() body: any) {
    const account = await this.accounts.create(body);
    return { id: account.id };
  }
}
