import org.springframework.ldap.core.AttributesMapper;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.web.bind.annotation.*;

@RestController
class Encoders {
    private LdapTemplate ldap;

    @GetMapping("/a")
    void filters(@RequestParam String name, AttributesMapper<String> mapper) {
        ldap.search("ou=people", "(cn=" + LdapEncoder.nameEncode(name) + ")", mapper); // finding: ldap-injection
        ldap.search("ou=people", "(cn=" + LdapEncoder.filterEncode(name) + ")", mapper);
        ldap.search("ou=people", new EqualsFilter("cn", name).encode(), mapper);
    }

    @GetMapping("/b")
    void names(@RequestParam String name, AttributesMapper<String> mapper) {
        ldap.search("ou=" + LdapEncoder.filterEncode(name), "(cn=*)", mapper); // finding: ldap-injection
        ldap.search("ou=" + LdapEncoder.nameEncode(name), "(cn=*)", mapper);
    }
}
