package groups;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import javax.naming.NamingException;
import javax.naming.ldap.LdapContext;

@Path("/groups")
public class GroupResource {
    @Inject
    LdapContext ldap;

    @GET
    public boolean member(@QueryParam("group") String group) throws NamingException {
        String name = group.replaceAll("[,+\"]", "");
        String filter = String.format("(&(objectClass=groupOfNames)(cn=%s))", name);
        return ldap.search("ou=groups,dc=example,dc=com", filter, null).hasMore();
    }
}
