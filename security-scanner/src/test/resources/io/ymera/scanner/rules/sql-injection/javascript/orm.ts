import { Sequelize, QueryTypes } from 'sequelize';
import { DataSource, Repository } from 'typeorm';
import { PrismaClient } from '@prisma/client';
import { Controller, Get, Query, Param, ParseIntPipe } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';

const sequelize = new Sequelize('sqlite::memory:');
const prisma = new PrismaClient();

@Controller('users')
export class UsersController {
  constructor(@InjectRepository(User) private readonly users: Repository<User>, private readonly source: DataSource) {}

  @Get()
  find(@Query('name') name: string) {
    return this.users.createQueryBuilder('u').where(`u.name = '${name}'`).getMany(); // finding: sql-injection
  }

  @Get('safe')
  findSafe(@Query('name') name: string) {
    return this.users.createQueryBuilder('u').where('u.name = :name', { name }).getMany();
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    return this.source.query('SELECT * FROM users WHERE id = ' + id);
  }

  @Get('raw/:city')
  raw(@Param('city') city: string) {
    return sequelize.query("SELECT * FROM users WHERE city = '" + city + "'", { type: QueryTypes.SELECT }); // finding: sql-injection
  }

  @Get('bound/:city')
  bound(@Param('city') city: string) {
    return sequelize.query('SELECT * FROM users WHERE city = :city', { replacements: { city } });
  }

  @Get('p/:city')
  async p(@Param('city') city: string) {
    await prisma.$queryRaw`SELECT * FROM users WHERE city = ${city}`;
    return prisma.$queryRawUnsafe(`SELECT * FROM users WHERE city = '${city}'`); // finding: sql-injection
  }
}
