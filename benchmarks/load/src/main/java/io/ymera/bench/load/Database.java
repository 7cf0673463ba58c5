package io.ymera.bench.load;

import static java.util.Objects.requireNonNull;

import io.ymera.local.server.PostgresServer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;

/** The manager's tables, seen as PostgreSQL's superuser. */
final class Database implements AutoCloseable {

    /** Each part is answered from an index of a few rows. */
    private static final String IS_BUSY = """
            SELECT EXISTS (SELECT FROM tasks WHERE status = 'pending' AND task_type = 'empty')
                OR EXISTS (SELECT FROM tasks WHERE status IN ('dispatched', 'running') AND task_type = 'empty')
                OR EXISTS (SELECT FROM tasks WHERE status = 'scheduled' AND available_at < now() + interval '1 hour')
            """;

    private static final String OUTCOMES = """
            SELECT count(*) FILTER (WHERE status = 'completed'), count(*) FILTER (WHERE status = 'failed'),
                   count(*) FILTER (WHERE attempt > 1)
              FROM tasks WHERE id = ANY (?)
            """;

    private static final String MOMENTS = """
            SELECT t.id, (t.result ->> 'begun_micros')::bigint,
                   extract(epoch FROM pg_xact_commit_timestamp(e.xmin)) * 1000000,
                   extract(epoch FROM pg_xact_commit_timestamp(t.xmin)) * 1000000
              FROM tasks t
              JOIN task_events e ON e.task_id = t.id AND e.type = 'task.started'
             WHERE t.id = ANY (?) AND t.attempt = 1
            """;

    private static final Duration POLL = Duration.ofMillis(20);

    private final Connection connection;

    Database(PostgresServer server) {
        Properties settings = new Properties();
        settings.setProperty("user", "postgres");
        settings.setProperty("password", server.password());
        settings.setProperty("options", "-c search_path=manager,public");
        settings.setProperty("reWriteBatchedInserts", "true");
        try {
            String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), PostgresServer.DATABASE);
            this.connection = requireNonNull(new Driver().connect(url, settings), url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What became of tasks.
     *
     * @param repeated how many took more than one attempt
     */
    record Outcomes(long completed, long failed, long repeated) {}

    /**
     * When what happened to a task that took one attempt; in microseconds since 1970.
     *
     * @param begun the handler began
     * @param startStored the event that it started was committed
     * @param endStored its end was committed
     */
    record Moments(UUID id, long begun, long startStored, long endStored) {}

    /** Returns when no task that can run is left. */
    void awaitIdle(Duration atMost) throws SQLException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        try (PreparedStatement busy = connection.prepareStatement(IS_BUSY)) {
            while (true) {
                try (ResultSet row = busy.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("There is still work after " + atMost);
                }
                Thread.sleep(POLL);
            }
        }
    }

    Outcomes outcomes(List<UUID> tasks) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OUTCOMES)) {
            statement.setArray(1, array(tasks));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Outcomes(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    List<Moments> moments(List<UUID> tasks) throws SQLException {
        List<Moments> moments = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MOMENTS)) {
            statement.setArray(1, array(tasks));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    moments.add(
                            new Moments(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return moments;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its columns' text. */
    List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                rows.add(values);
            }
            return rows;
        }
    }

    private Array array(List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
