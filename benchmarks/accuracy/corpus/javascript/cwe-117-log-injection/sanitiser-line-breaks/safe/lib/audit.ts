import winston from 'winston';
import { NextFunction, Request, Response } from 'express';

const logger = winston.createLogger({
  format: winston.format.printf(({ level, message }) => `${level} ${message}`),
  transports: [new winston.transports.File({ filename: 'audit.log' })],
});

function oneLine(value: string): string {
  return value.replace(/[\r\n]/g, ' ').trim();
}

export function audit(req: Request, _res: Response, next: NextFunction): void {
  logger.info('search ' + oneLine(String(req.query.q)));
  next();
}
