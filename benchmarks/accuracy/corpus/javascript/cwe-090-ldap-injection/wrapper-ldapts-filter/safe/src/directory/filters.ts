import { AndFilter, EqualityFilter, Filter, FilterParser } from 'ldapts';

export interface MemberQuery {
  department: string;
  login: string;
}

const ACTIVE = new EqualityFilter({ attribute: 'accountStatus', value: 'active' });

export function memberFilter(query: MemberQuery): Filter {
  return new AndFilter({
    filters: [
      ACTIVE,
      new EqualityFilter({ attribute: 'departmentNumber', value: query.department }),
      new EqualityFilter({ attribute: 'uid', value: query.login }),
    ],
  });
}

export function allActive(): Filter {
  return FilterParser.parseString('(&(objectClass=person)(accountStatus=active))');
}
