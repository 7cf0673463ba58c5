import java.io.IOException;
import javax.servlet.http.*;
import org.slf4j.*;

class Errors extends HttpServlet {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Thread.sleep(1);
        } catch (Exception e) {
            e.printStackTrace(response.getWriter()); // finding: error-disclosure
            response.getWriter().println(e.getMessage()); // finding: error-disclosure
            log.error("Failed", e);
            response.sendError(500, "Failed");
        }
    }
}
