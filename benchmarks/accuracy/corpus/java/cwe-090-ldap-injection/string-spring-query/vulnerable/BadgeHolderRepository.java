package com.turnstile.people;

import static org.springframework.ldap.query.LdapQueryBuilder.query;

import java.util.List;
import org.springframework.ldap.core.AttributesMapper;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.query.LdapQuery;
import org.springframework.ldap.query.SearchScope;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Repository
class BadgeHolderRepository {

  private static final String ACTIVE = "(&(objectClass=person)(!(loginDisabled=TRUE))";

  private final LdapTemplate ldap;

  BadgeHolderRepository(LdapTemplate ldap) {
    this.ldap = ldap;
  }

  List<String> doorsFor(String badge) {
    LdapQuery lookup = query()
        .base("ou=people")
        .searchScope(SearchScope.ONELEVEL)
        .attributes("door")
        .filter(ACTIVE.concat("(badgeNumber=").concat(badge).concat("))"));
    AttributesMapper<String> door = attributes ->
        attributes.get("door") == null ? "main" : attributes.get("door").get().toString();
    return ldap.search(lookup, door);
  }
}

@RestController
class DoorController {

  private final BadgeHolderRepository holders;

  DoorController(BadgeHolderRepository holders) {
    this.holders = holders;
  }

  @GetMapping("/doors")
  List<String> doors(@CookieValue("badge") String badge) {
    return holders.doorsFor(badge);
  }
}
