import { Client } from 'ldapts';
import { Request, Response } from 'express';

const client = new Client({ url: process.env.LDAP_URL ?? 'ldaps://localhost' });

function escapeValue(value: string): string {
  return value.replace(/['"\\;]/g, (c) => '\\' + c);
}

export async function groups(req: Request, res: Response) {
  const member = escapeValue(String(req.query.member));
  const { searchEntries } = await client.search('ou=groups,dc=example,dc=com', {
    filter: `(&(objectClass=groupOfNames)(cn=${member}*))`,
    attributes: ['cn'],
  });
  res.json(searchEntries.map((entry) => entry.cn));
}
