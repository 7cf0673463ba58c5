package io.ymera.bench.load;

import io.ymera.local.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records where CPU time goes: per thread of each JVM, from /proc; per method, from JFR's CPU-time samples (JEP 509); per
 * statement, from pg_stat_statements.
 */
final class Profile {

    private static final int TOP = 15;
    private static final double TICKS_PER_SECOND = 100;

    private static final String STATEMENTS = """
            SELECT round(total_exec_time)::bigint, calls, round((total_exec_time / calls)::numeric, 3), rows, wal_bytes,
                   left(regexp_replace(query, '\\s+', ' ', 'g'), 110)
              FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid AND r.rolname = 'manager'
             ORDER BY total_exec_time DESC LIMIT %d
            """.formatted(TOP);

    private final Platform platform;
    private final Database database;
    private final Path folder;
    private final Map<String, ProcessHandle> jvms = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> threadsBefore = new HashMap<>();

    /** @param folder where recordings are kept */
    Profile(Platform platform, Database database, Path folder) {
        this.platform = platform;
        this.database = database;
        this.folder = folder;
    }

    /**
     * What was seen of one process.
     *
     * @param threads seconds of CPU by threads with the same name but for numbers
     * @param samples how many samples the rest is of
     * @param libraries per cent of the samples by the library of the innermost frame that is not the JDK's
     * @param ours per cent of the samples by the innermost frame that is YMERA's
     * @param frames per cent of the samples by the innermost frame
     */
    record OfProcess(
            Map<String, Double> threads,
            long samples,
            Map<String, Double> libraries,
            Map<String, Double> ours,
            Map<String, Double> frames) {}

    /** What PostgreSQL spent on a statement of the manager's; a commit waits for the disk. */
    record Statement(long totalMillis, long calls, double meanMillis, long rows, long walBytes, String query) {}

    record Result(Map<String, OfProcess> processes, List<Statement> statements) {}

    void start() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        platform.processes().forEach((name, process) -> {
            if (name.contains("agent") || name.contains("gateway") || name.equals("kafka")) {
                jvms.put(name, process);
            }
        });
        database.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public");
        database.execute("SELECT pg_stat_statements_reset()");
        for (Map.Entry<String, ProcessHandle> jvm : jvms.entrySet()) {
            jcmd(
                    jvm.getValue(),
                    "JFR.start",
                    "name=bench",
                    "settings=default",
                    "jdk.CPUTimeSample#enabled=true",
                    "jdk.CPUTimeSample#throttle=10ms");
            threadsBefore.put(jvm.getKey(), threads(jvm.getValue()));
        }
    }

    Result stop() throws IOException, InterruptedException, SQLException {
        Map<String, OfProcess> processes = new LinkedHashMap<>();
        for (Map.Entry<String, ProcessHandle> jvm : jvms.entrySet()) {
            Map<String, Double> threads = threads(jvm.getValue());
            threadsBefore
                    .getOrDefault(jvm.getKey(), Map.of())
                    .forEach((name, seconds) ->
                            threads.computeIfPresent(name, (same, now) -> Math.round((now - seconds) * 100) / 100.0));
            threads.values().removeIf(seconds -> seconds < 0.01);
            Path file = folder.resolve(jvm.getKey() + ".jfr");
            jcmd(jvm.getValue(), "JFR.stop", "name=bench", "filename=" + file);
            Samples samples = Samples.read(file);
            processes.put(
                    jvm.getKey(),
                    new OfProcess(
                            Samples.largest(threads, TOP),
                            samples.count(),
                            samples.libraries(TOP),
                            samples.ours(TOP),
                            samples.frames(TOP)));
        }
        return new Result(processes, statements());
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

    /** By name without numbers: threads of a pool are one. Those that have ended are not seen. */
    private static Map<String, Double> threads(ProcessHandle process) throws IOException {
        Map<String, Double> threads = new TreeMap<>();
        try (DirectoryStream<Path> tasks =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path task : tasks) {
                try {
                    String stat = Files.readString(task.resolve("stat"));
                    int end = stat.lastIndexOf(')');
                    String name = stat.substring(stat.indexOf('(') + 1, end).replaceAll("[-#_ 0-9]+$", "");
                    String[] fields = stat.substring(end + 2).split(" ", -1);
                    double seconds = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
                    threads.merge(name, seconds, Double::sum);
                } catch (IOException e) {
                    // it ended meanwhile
                }
            }
        }
        return threads;
    }

    private static void jcmd(ProcessHandle process, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Programs.java().resolveSibling("jcmd").toString());
        command.add(Long.toString(process.pid()));
        command.addAll(List.of(arguments));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(String.join(" ", arguments), output.strip()));
        }
    }

    /** For a person. */
    static String describe(Result result) {
        StringBuilder text = new StringBuilder();
        result.processes().forEach((name, process) -> {
            text.append("%n%s%n".formatted(name));
            section(text, "threads, seconds of CPU", process.threads());
            if (process.samples() > 0) {
                section(text, "libraries, % of " + process.samples() + " samples", process.libraries());
                section(text, "for whom (innermost frame of ours), %", process.ours());
                section(text, "innermost frames, %", process.frames());
            }
        });
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

    private static void section(StringBuilder text, String title, Map<String, Double> values) {
        text.append("  %s%n".formatted(title));
        values.forEach((name, value) -> text.append(String.format(Locale.ROOT, "  %9.2f  %s%n", value, name)));
    }
}
