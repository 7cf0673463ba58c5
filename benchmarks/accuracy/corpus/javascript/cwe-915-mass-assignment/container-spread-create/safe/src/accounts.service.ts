import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';

interface SignUp {
  email: string;
  name: string;
}

@Injectable()
export class AccountsService {
  constructor(private readonly prisma: PrismaService) {}

  create(body: SignUp) {
    return this.prisma.account.create({ data: { email: body.email, name: body.name, plan: 'free', admin: false } });
  }
}
