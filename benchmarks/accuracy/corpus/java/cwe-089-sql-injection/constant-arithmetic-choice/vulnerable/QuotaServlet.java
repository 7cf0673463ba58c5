package app.quota;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.annotation.Resource;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

@WebServlet("/quota")
public class QuotaServlet extends HttpServlet {
    private static final int PAGE = 40;
    private static final int PAGES = 3;

    @Resource(name = "jdbc/quota")
    private DataSource source;

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws ServletException, IOException {
        String plan = req.getParameter("plan");
        String wanted = PAGE * PAGES > 100 ? plan : "free";
        try (Connection connection = source.getConnection()) {
            ResultSet rows =
                    connection.createStatement().executeQuery("SELECT megabytes FROM quota WHERE plan='" + wanted + "'");
            resp.getWriter().print(rows.next() ? rows.getInt(1) : 0);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
