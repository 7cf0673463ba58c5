package io.ymera.bench.load;

import io.ymera.bench.measure.JvmProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records where CPU time goes: in each JVM, and per statement, from pg_stat_statements. */
final class Profile {

    private static final int TOP = 15;

    private static final String STATEMENTS = """
            SELECT round(total_exec_time)::bigint, calls, round((total_exec_time / calls)::numeric, 3), rows, wal_bytes,
                   left(regexp_replace(query, '\\s+', ' ', 'g'), 110)
              FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid AND r.rolname = 'manager'
             ORDER BY total_exec_time DESC LIMIT %d
            """.formatted(TOP);

    private final Platform platform;
    private final Database database;
    private final Path folder;
    private @Nullable JvmProfile jvms;

    /** @param folder where recordings are kept */
    Profile(Platform platform, Database database, Path folder) {
        this.platform = platform;
        this.database = database;
        this.folder = folder;
    }

    /** What PostgreSQL spent on a statement of the manager's; a commit waits for the disk. */
    record Statement(long totalMillis, long calls, double meanMillis, long rows, long walBytes, String query) {}

    record Result(Map<String, JvmProfile.OfProcess> processes, List<Statement> statements) {}

    void start() throws IOException, InterruptedException, SQLException {
        Map<String, ProcessHandle> profiled = new LinkedHashMap<>();
        platform.processes().forEach((name, process) -> {
            if (name.contains("agent") || name.contains("gateway") || name.equals("kafka")) {
                profiled.put(name, process);
            }
        });
        database.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public");
        database.execute("SELECT pg_stat_statements_reset()");
        jvms = JvmProfile.start(profiled, folder);
    }

    Result stop() throws IOException, InterruptedException, SQLException {
        return new Result(Objects.requireNonNull(jvms).stop(), statements());
    }

    private List<Statement> statements() throws SQLException {
        List<Statement> statements = new ArrayList<>();
        for (List<String> row : database.rows(STATEMENTS)) {
            statements.add(new Statement(
                    Long.parseLong(row.get(0)),
                    Long.parseLong(row.get(1)),
                    Double.parseDouble(row.get(2)),
                    Long.parseLong(row.get(3)),
                    Long.parseLong(row.get(4)),
                    row.get(5)));
        }
        return statements;
    }

    /** For a person. */
    static String describe(Result result) {
        StringBuilder text = new StringBuilder(JvmProfile.describe(result.processes()));
        text.append("%npostgres, statements of the manager%n".formatted());
        text.append("  %9s %9s %9s %9s %12s%n".formatted("total ms", "calls", "mean ms", "rows", "WAL bytes"));
        for (Statement each : result.statements()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %9d %9d %9.3f %9d %12d  %s%n",
                    each.totalMillis(),
                    each.calls(),
                    each.meanMillis(),
                    each.rows(),
                    each.walBytes(),
                    each.query()));
        }
        return text.toString();
    }
}
