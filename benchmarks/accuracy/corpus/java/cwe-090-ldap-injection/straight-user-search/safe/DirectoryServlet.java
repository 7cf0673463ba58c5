package directory;

import java.io.IOException;
import java.util.Hashtable;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class DirectoryServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String uid = request.getParameter("uid");
        Hashtable<String, String> env = new Hashtable<>();
        env.put("java.naming.factory.initial", "com.sun.jndi.ldap.LdapCtxFactory");
        env.put("java.naming.provider.url", "ldap://directory:389");
        try {
            DirContext context = new InitialDirContext(env);
            NamingEnumeration<SearchResult> found = context.search(
                    "ou=people,dc=example,dc=com", "(&(objectClass=person)(uid={0}))", new Object[] {uid}, new SearchControls());
            while (found.hasMore()) {
                response.getWriter().println(found.next().getNameInNamespace());
            }
        } catch (NamingException e) {
            response.sendError(500);
        }
    }
}
