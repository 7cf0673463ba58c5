import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.http.HttpServletRequest;
import org.springframework.ldap.support.LdapEncoder;

class Directory {
    void find(HttpServletRequest request, DirContext context) throws NamingException {
        String user = request.getParameter("user");
        SearchControls controls = new SearchControls();
        context.search("ou=people", "(uid=" + user + ")", controls); // finding: ldap-injection
        context.search("ou=people", "(uid={0})", new Object[] {user}, controls);
        context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls);
    }
}
