import type { MiddlewareHandler } from 'hono';
import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload } from 'jose';

const ISSUER = 'https://login.fleetdesk.example/';
const AUDIENCE = 'fleetdesk-api';
const keys = createRemoteJWKSet(new URL('.well-known/jwks.json', ISSUER));

export interface Identity {
  subject: string;
  scopes: string[];
}

async function claimsOf(token: string): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, { issuer: ISSUER, audience: AUDIENCE, algorithms: ['RS256'] });
  if (payload.exp === undefined) {
    throw new Error('token has no end');
  }
  return payload;
}

/** For the page header only; the API never sees this value. */
export function displayName(token: string): string {
  return String(decodeJwt(token).name ?? '');
}

export const identity: MiddlewareHandler<{ Variables: { identity: Identity } }> = async (c, next) => {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) {
    return c.json({ message: 'Bearer token expected' }, 401);
  }
  try {
    const claims = await claimsOf(token);
    c.set('identity', { subject: String(claims.sub), scopes: String(claims.scope ?? '').split(' ') });
  } catch {
    return c.json({ message: 'Token not accepted' }, 401);
  }
  await next();
};
