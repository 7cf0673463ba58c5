import { Body, Controller, Patch, UseGuards } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { CurrentMemberId } from '../auth/current-member.decorator';
import { SessionGuard } from '../auth/session.guard';
import { Member } from './member.entity';
import { UpdateMemberDto } from './update-member.dto';

@Controller('members')
@UseGuards(SessionGuard)
export class MembersController {
  constructor(@InjectRepository(Member) private readonly members: Repository<Member>) {}

  @Patch('me')
  async update(@CurrentMemberId() id: number, @Body() dto: UpdateMemberDto) {
    await this.members.save({ ...dto, id });
    return this.members.findOneByOrFail({ id });
  }
}
