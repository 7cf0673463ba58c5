package auth.audit;

import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class LoginAudit extends HttpServlet {
    private static final Logger LOG = Logger.getLogger("audit");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String user = request.getParameter("user");
        LOG.warning("Login failed for " + user.replaceAll("[\\r\\n]", "_"));
        response.setStatus(401);
    }
}
