package shop.orders;

import java.io.IOException;
import java.sql.*;
import java.util.*;
import javax.servlet.http.*;
import javax.sql.DataSource;

public class OrderServlet extends HttpServlet {
    private DataSource dataSource;
    private static final Set<String> COLUMNS = Set.of("name", "price");
    private static final Map<String, String> ORDERS = Map.of("new", "created DESC", "old", "created ASC");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String customer = request.getParameter("customer");
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT * FROM orders WHERE customer = '" + customer + "'"); // finding: sql-injection
            statement.executeQuery("SELECT * FROM orders WHERE id = " + Integer.parseInt(request.getParameter("number")));
            PreparedStatement prepared = connection.prepareStatement("SELECT * FROM orders WHERE customer = ?");
            prepared.setString(1, customer);
            prepared.executeQuery();
            connection.prepareStatement("SELECT * FROM " + customer + " WHERE a = ?"); // finding: sql-injection
            String column = request.getParameter("column");
            if (!COLUMNS.contains(column)) {
                throw new IllegalArgumentException(column);
            }
            statement.executeQuery("SELECT " + column + " FROM orders");
            String order = ORDERS.get(request.getParameter("order"));
            statement.executeQuery("SELECT * FROM orders ORDER BY " + order);
            StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE 1 = 1");
            sql.append(" AND name = '").append(request.getHeader("X-Name")).append("'");
            statement.executeUpdate(sql.toString()); // finding: sql-injection
            String direction = "asc".equals(request.getParameter("dir")) ? "ASC" : "DESC";
            statement.execute("SELECT * FROM orders ORDER BY created " + direction);
            statement.execute(String.format("DELETE FROM orders WHERE id = %s", customer)); // finding: sql-injection
            find(statement, customer);
            String id = request.getParameter("id");
            if (id.matches("[0-9]+")) {
                statement.execute("DELETE FROM orders WHERE id = " + id);
            }
            statement.execute("DELETE FROM orders WHERE id = " + id); // finding: sql-injection
            String region = switch (request.getParameter("region")) {
                case "north" -> "n";
                case "south" -> "s";
                default -> throw new IllegalArgumentException();
            };
            statement.execute("DELETE FROM orders WHERE region = '" + region + "'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void find(Statement statement, String name) throws SQLException {
        statement.executeQuery("SELECT * FROM customers WHERE name = '" + name + "'"); // finding: sql-injection
    }
}
