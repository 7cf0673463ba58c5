package io.ymera.e2e;

import static java.util.Objects.requireNonNull;

import io.ymera.local.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** The manager's tables as PostgreSQL's superuser sees them: the truth that the outside is held against. */
record RaceDatabase(PostgresServer server) {

    /** Whether nothing is left to be done. */
    boolean isIdle() {
        try {
            return count("SELECT count(*) FROM tasks WHERE status NOT IN ('completed', 'failed', 'cancelled')") == 0;
        } catch (SQLException e) {
            return false; // it was killed
        }
    }

    /** As {@code a=1, b=2}, for a person. */
    String statuses() {
        try {
            return String.join(
                    ", ", texts("SELECT status || '=' || count(*) FROM tasks GROUP BY status ORDER BY status"));
        } catch (SQLException e) {
            return "unknown: " + e.getMessage();
        }
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    /** The first column of every row. */
    List<String> texts(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", "postgres");
        settings.setProperty("password", server.password());
        settings.setProperty("options", "-c search_path=manager");
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("socketTimeout", "30");
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), PostgresServer.DATABASE);
        return requireNonNull(new Driver().connect(url, settings), url);
    }
}
