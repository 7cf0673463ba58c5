import java.util.logging.Level;
import javax.servlet.http.*;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Logs extends HttpServlet {
    private static final Logger log = LoggerFactory.getLogger(Logs.class);
    private final java.util.logging.Logger old = java.util.logging.Logger.getLogger("x");

    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String user = request.getParameter("user");
        log.info("Login of {}", user); // finding: log-injection
        log.info("Login of {}", user.replace('\n', '_').replace('\r', '_'));
        old.log(Level.WARNING, "Login of " + user); // finding: log-injection
        log.warn("Id {}", Long.parseLong(request.getParameter("id")));
        log.info("Login");
    }
}
