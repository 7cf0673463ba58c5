package sso;

import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.stereotype.Component;

@Component
class Authenticator {
    private final LdapTemplate template;

    Authenticator(LdapTemplate template) {
        this.template = template;
    }

    boolean authenticate(String user, String password) {
        if (user == null || password == null || password.isEmpty()) {
            return false;
        }
        String filter = new EqualsFilter("sAMAccountName", user).encode();
        return template.authenticate("ou=users", filter, password);
    }
}
