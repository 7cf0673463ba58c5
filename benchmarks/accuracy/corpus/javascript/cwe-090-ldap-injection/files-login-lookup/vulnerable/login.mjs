import { findDn } from './ldap.mjs';

export async function login(ctx) {
  const { user } = ctx.request.body;
  const dn = await findDn(user);
  if (dn === null) {
    ctx.throw(401, 'unknown user');
  }
  ctx.session.pendingDn = dn;
  ctx.status = 204;
}
