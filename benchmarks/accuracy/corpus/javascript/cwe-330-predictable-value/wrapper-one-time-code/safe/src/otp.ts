import { randomInt } from 'node:crypto';

const sent = new Map<string, string>();

function code(phone: string): string {
  return String(randomInt(1000000)).padStart(6, '0');
}

export async function sendOtp(phone: string, sms: (to: string, text: string) => Promise<void>): Promise<void> {
  const value = code(phone);
  sent.set(phone, value);
  await sms(phone, `Your code is ${value}`);
}
