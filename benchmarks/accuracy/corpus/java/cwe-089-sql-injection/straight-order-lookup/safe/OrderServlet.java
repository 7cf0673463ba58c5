package shop.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

@WebServlet("/orders/lookup")
public class OrderServlet extends HttpServlet {
    private DataSource orders;

    @Override
    public void init() throws ServletException {
        try {
            orders = InitialContext.doLookup("java:comp/env/jdbc/orders");
        } catch (NamingException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reference = request.getParameter("ref");
        response.setContentType("text/plain");
        try (Connection c = orders.getConnection();
                PreparedStatement statement = c.prepareStatement("SELECT total FROM orders WHERE reference = ?")) {
            statement.setString(1, reference);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                response.getWriter().println(rows.getBigDecimal("total"));
            }
        } catch (SQLException e) {
            response.sendError(503);
        }
    }
}
