import { Controller, Get, Query, Body, Param, Req, Res, Injectable, PipeTransform, createParamDecorator, ExecutionContext, CanActivate, NestInterceptor, ParseIntPipe, ParseUUIDPipe, Headers, Ip, Session, ParseEnumPipe, ArgumentsHost, NestMiddleware } from '@nestjs/common';
import { exec } from 'child_process';
import { SubscribeMessage, MessageBody, WebSocketGateway } from '@nestjs/websockets';
import { Args, Resolver, Mutation } from '@nestjs/graphql';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Process, Processor } from '@nestjs/bull';
import { Cron } from '@nestjs/schedule';
@Controller('x')
export class X {
  @Get() a(@Query('dir') dir: string) { exec('ls ' + dir); } // finding: command-injection
  @Get() b(@Query() q: { dir: string }) { exec('ls ' + q.dir); } // finding: command-injection
  @Get() c(@Req() rq, @Res() rs) { exec('ls ' + rq.query.dir); } // finding: command-injection
  @Get() d(@Param('id', ParseIntPipe) id: string) { exec('ls ' + id); }
  @Get() e(@Param('id', new ParseUUIDPipe()) id: string) { exec('ls ' + id); }
  @Get() f(@Headers('x') x) { exec('ls ' + x); } // finding: command-injection
  @Get() g(@Param() params) { exec('ls ' + params.id); } // finding: command-injection
}
@Injectable() export class G implements CanActivate { canActivate(context: ExecutionContext) { const r = context.switchToHttp().getRequest(); exec('ls ' + r.headers.x); return true; } } // finding: command-injection
@Injectable() export class P implements PipeTransform { transform(value: any) { exec('ls ' + value.x); return value; } } // finding: command-injection
export const U = createParamDecorator((data, ctx: ExecutionContext) => { const r = ctx.switchToHttp().getRequest(); exec('ls ' + r.query.x); return r.query.x; }); // finding: command-injection
@WebSocketGateway() export class W { @SubscribeMessage('m') on(client: any, payload: any) { exec('ls ' + payload.dir); } // finding: command-injection
 @SubscribeMessage('m') on2(@MessageBody() d: any) { exec('ls ' + d.dir); } } // finding: command-injection
@Resolver() export class R { @Mutation() m(@Args('dir') dir: string) { exec('ls ' + dir); } } // finding: command-injection
@Controller() export class M { @MessagePattern('x') m(data: any) { exec('ls ' + data.dir); } } // finding: command-injection
@Processor('q') export class Q { @Process() m(job: any) { exec('ls ' + job.data.dir); } } // finding: command-injection
export class MW implements NestMiddleware { use(rq, rs, next) { exec('ls ' + rq.query.dir); next(); } } // finding: command-injection
