import { BadRequestException, Controller, DefaultValuePipe, Get, Query } from '@nestjs/common';
import { byField } from '../common/comparators';
import { Player, PlayersService } from './players.service';

@Controller('players')
export class PlayersController {
  constructor(private readonly players: PlayersService) {}

  @Get('ranking')
  async ranking(
    @Query('season', new DefaultValuePipe('2024')) season: string,
    @Query('sort', new DefaultValuePipe('stats.points')) sort: string,
  ): Promise<Player[]> {
    const list = await this.players.ofSeason(Number(season));
    try {
      return [...list].sort(byField<Player>(String(sort))).slice(0, 100);
    } catch {
      throw new BadRequestException('unknown sort field');
    }
  }
}
