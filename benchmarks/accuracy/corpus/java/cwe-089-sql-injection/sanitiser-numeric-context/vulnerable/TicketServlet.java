package helpdesk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.web.util.HtmlUtils;

public class TicketServlet extends HttpServlet {
    private String url;

    @Override
    public void init() {
        url = getServletContext().getInitParameter("tickets.url");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var id = HtmlUtils.htmlEscape(request.getParameter("id"));
            var rows = statement.executeQuery("SELECT subject FROM ticket WHERE id = " + id);
            if (rows.next()) {
                response.setContentType("text/plain");
                response.getWriter().write(rows.getString("subject"));
            } else {
                response.sendError(404);
            }
        } catch (SQLException | NumberFormatException e) {
            response.sendError(400);
        }
    }
}
