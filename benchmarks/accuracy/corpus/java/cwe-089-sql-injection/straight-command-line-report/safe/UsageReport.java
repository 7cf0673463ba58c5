package cli.report;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "usage")
public class UsageReport implements Runnable {
    private static final String COLUMNS = "SELECT day, hits ";
    private static final String TABLE = "FROM usage ";

    @Parameters(index = "0")
    private String page;

    @Override
    public void run() {
        String sql = COLUMNS + TABLE + "WHERE page = " + "?";
        try (Connection connection = DriverManager.getConnection(System.getenv("USAGE_DB"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, page);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                System.out.println(rows.getDate(1) + " " + rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new UsageReport()).execute(args));
    }
}
