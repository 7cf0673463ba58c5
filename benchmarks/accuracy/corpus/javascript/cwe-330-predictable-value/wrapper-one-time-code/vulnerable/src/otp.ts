import { createHash } from 'node:crypto';

const sent = new Map<string, string>();

function code(phone: string): string {
  const seed = createHash('sha256').update(phone + Math.floor(Date.now() / 60000)).digest();
  return String(seed.readUInt32BE(0) % 1000000).padStart(6, '0');
}

export async function sendOtp(phone: string, sms: (to: string, text: string) => Promise<void>): Promise<void> {
  const value = code(phone);
  sent.set(phone, value);
  await sms(phone, `Your code is ${value}`);
}
