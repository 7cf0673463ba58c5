import { createECDH, hkdfSync } from 'node:crypto';

function curve(options = {}) {
  return createECDH(options.curve ?? 'secp384r1');
}

export function exchange(peer, salt) {
  const own = curve();
  const point = own.generateKeys();
  const secret = own.computeSecret(peer);
  return { point, key: hkdfSync('sha256', secret, salt, 'chat', 32) };
}
