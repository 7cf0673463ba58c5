import { Injectable, Logger } from '@nestjs/common';
import { Client } from 'ldapts';
import { memberFilter, MemberQuery } from './filters';

const BASE_DN = 'ou=people,dc=corp,dc=example';

@Injectable()
export class DirectoryService {
  private readonly logger = new Logger(DirectoryService.name);

  async find(query: MemberQuery) {
    const client = new Client({ url: process.env.LDAP_URL ?? 'ldaps://ldap.corp.example', timeout: 3000 });
    try {
      await client.bind(process.env.LDAP_USER ?? '', process.env.LDAP_PASSWORD ?? '');
      const { searchEntries } = await client.search(BASE_DN, {
        scope: 'sub',
        filter: memberFilter(query),
        attributes: ['cn', 'mail', 'roomNumber'],
        sizeLimit: 20,
      });
      this.logger.debug(`${searchEntries.length} entries`);
      return searchEntries.map(({ cn, mail, roomNumber }) => ({ cn, mail, roomNumber }));
    } finally {
      await client.unbind();
    }
  }
}
