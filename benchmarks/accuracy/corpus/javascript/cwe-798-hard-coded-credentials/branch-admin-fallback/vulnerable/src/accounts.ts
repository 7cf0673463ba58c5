import { readFile } from 'node:fs/promises';

export interface Account {
  name: string;
  hash: string;
}

export async function load(name: string): Promise<Account | undefined> {
  const accounts: Account[] = JSON.parse(await readFile('accounts.json', 'utf8'));
  return accounts.find((account) => account.name === name);
}
