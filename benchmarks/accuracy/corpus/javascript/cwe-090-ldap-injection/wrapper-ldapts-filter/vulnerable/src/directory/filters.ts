import { AndFilter, EqualityFilter, Filter, FilterParser } from 'ldapts';

export interface MemberQuery {
  department: string;
  login: string;
}

const ACTIVE = new EqualityFilter({ attribute: 'accountStatus', value: 'active' });

export function memberFilter(query: MemberQuery): Filter {
  return FilterParser.parseString(
    `(&${ACTIVE.toString()}(departmentNumber=${query.department})(uid=${query.login}))`,
  );
}

export function allActive(): Filter {
  return FilterParser.parseString('(&(objectClass=person)(accountStatus=active))');
}
