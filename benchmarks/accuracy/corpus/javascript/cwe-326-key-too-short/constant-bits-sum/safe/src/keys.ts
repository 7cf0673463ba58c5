import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);
const KIBI = 1024;
const BITS = KIBI * 2 + 1024;

export async function tenantKeys() {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: BITS });
  return { publicKey, privateKey };
}
