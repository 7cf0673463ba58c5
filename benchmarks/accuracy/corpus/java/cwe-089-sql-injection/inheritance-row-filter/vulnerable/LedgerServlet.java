package erp.filter;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

public class LedgerServlet extends HttpServlet {
    private final transient DataSource pool;

    public LedgerServlet(DataSource pool) {
        this.pool = pool;
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        RowFilter filter = new MonthFilter();
        try (Connection connection = pool.getConnection()) {
            ResultSet rows = connection
                    .createStatement()
                    .executeQuery("SELECT sum(amount) FROM ledger" + filter.where(req.getParameter("period")));
            rows.next();
            resp.getWriter().print(rows.getLong(1));
        } catch (SQLException | NumberFormatException e) {
            resp.sendError(400);
        }
    }
}
