import { ArgumentsHost, Catch, HttpException, HttpStatus, Logger } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

interface Problem {
  status: number;
  title: string;
  detail?: string;
  incident: string;
}

@Catch()
export class ApiExceptionFilter extends BaseExceptionFilter {
  private readonly logger = new Logger(ApiExceptionFilter.name);

  constructor(host: HttpAdapterHost) {
    super(host.httpAdapter);
  }

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') {
      super.catch(exception, host);
      return;
    }
    const problem = this.describe(exception);
    this.logger.error(`incident ${problem.incident}`, exception instanceof Error ? exception.stack : undefined);
    host.switchToHttp().getResponse<Response>().status(problem.status).json(problem);
  }

  private describe(exception: unknown): Problem {
    const incident = randomUUID();
    if (exception instanceof HttpException) {
      return { status: exception.getStatus(), title: exception.message, incident };
    }
    return {
      status: HttpStatus.INTERNAL_SERVER_ERROR,
      title: 'Internal error',
      detail: exception instanceof Error ? exception.stack : String(exception),
      incident,
    };
  }
}
