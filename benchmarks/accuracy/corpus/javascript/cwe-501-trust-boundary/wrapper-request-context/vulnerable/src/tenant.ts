import { AsyncLocalStorage } from 'node:async_hooks';
import { NextFunction, Request, Response } from 'express';

interface Scope {
  tenant: string;
  locale: string;
}

const scope = new AsyncLocalStorage<Scope>();

export function withTenant(req: Request, res: Response, next: NextFunction): void {
  const locale = String(req.get('Accept-Language') ?? 'en').slice(0, 2);
  const tenant = String(req.get('X-Tenant') ?? req.session.tenant);
  scope.run({ tenant, locale }, next);
}

export const currentTenant = (): string => scope.getStore()!.tenant;
