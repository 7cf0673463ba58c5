package bi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

public class Warehouse {
    public Connection open() throws SQLException {
        String url = "jdbc:postgresql://warehouse:5432/bi";
        return DriverManager.getConnection(url, "bi_reader", System.getenv("BI_PASSWORD"));
    }
}
