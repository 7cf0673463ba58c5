package parts;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class LookupServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(LookupServlet.class.getName());

    private final transient Parts parts;

    public LookupServlet(Parts parts) {
        this.parts = parts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        try {
            out.println(parts.count());
        } catch (SQLException e) {
            LOG.log(Level.SEVERE, "The parts could not be counted", e);
            response.setStatus(500);
            e.printStackTrace(out);
        }
    }

    public interface Parts {
        int count() throws SQLException;
    }
}
