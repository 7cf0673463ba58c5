package people;

import java.util.List;
import org.springframework.ldap.core.AttributesMapper;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PeopleService {
    private final LdapTemplate ldap;

    PeopleService(LdapTemplate ldap) {
        this.ldap = ldap;
    }

    @GetMapping("/people/{mail}")
    List<String> find(@PathVariable String mail) {
        AttributesMapper<String> names = attributes -> (String) attributes.get("cn").get();
        return ldap.search("ou=people", equal("mail", mail), names);
    }

    private static String equal(String attribute, String value) {
        return "(" + attribute + "=" + LdapEncoder.nameEncode(value) + ")";
    }
}
