import { compare } from 'bcrypt';
import { load } from './accounts';

export async function check(name: string, pass: string): Promise<boolean> {
  const account = await load(name);
  return account !== undefined && compare(pass, account.hash);
}
