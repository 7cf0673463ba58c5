import { Body, Controller, Get, Post, Query } from '@nestjs/common'; import { IsInt, IsString, IsUUID, Matches, IsIn } from 'class-validator'; import { exec } from 'child_process';
export class D { @IsInt() n!: any; @IsUUID() id!: string; @Matches(/^[a-z]+$/) slug!: string; @IsString() name!: string; @IsIn(['a']) kind!: string; }
@Controller() export class C {
  @Post() a(@Body() d: D) {
    exec('ls ' + d.n); exec('ls ' + d.id); exec('ls ' + d.slug); exec('ls ' + d.kind);
    exec('ls ' + d.name); // finding: command-injection
  }
}
