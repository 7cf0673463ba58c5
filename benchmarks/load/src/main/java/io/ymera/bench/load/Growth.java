package io.ymera.bench.load;

import io.ymera.bench.measure.Spread;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How much slower it gets as work piles up. Two questions, each with an empty database before and after, so that a drift of
 * the machine or of the JVMs does not count:
 *
 * <ul>
 *   <li>end to end: tasks over HTTP beside finished tasks and tasks that wait and can't be run;
 *   <li>draining: how fast tasks are claimed and run that are all there from the start, with few and with many waiting behind
 *       them. This is the worst case for the claim, which has to find those whose turn it is.
 * </ul>
 */
final class Growth {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Throughput throughput;
    private final Database database;
    private final Seed seed;
    private final Consumer<String> progress;

    Growth(Throughput throughput, Database database, Consumer<String> progress) {
        this.throughput = throughput;
        this.database = database;
        this.seed = new Seed(database);
        this.progress = progress;
    }

    /**
     * @param stored finished tasks, with their events
     * @param waiting tasks that wait
     * @param empty tasks per second with nothing there, of the runs before and after
     * @param full tasks per second with these there
     * @param changePercent of the median; negative is slower
     * @param drainEmpty tasks per second drained with a tenth more than {@code tasks} there at first and nothing else
     * @param drainFull tasks per second of the first {@code tasks} drained with {@code waiting} there at first
     * @param drainChangePercent of the median; negative is slower
     */
    record Result(
            int tasks,
            int stored,
            int waiting,
            Spread empty,
            Spread full,
            double changePercent,
            Spread drainEmpty,
            Spread drainFull,
            double drainChangePercent) {}

    Result run(Platform platform, int tasks, int runs, int stored, int waiting)
            throws IOException, SQLException, InterruptedException {
        List<Double> empty = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        List<Double> drainEmpty = new ArrayList<>();
        List<Double> drainFull = new ArrayList<>();

        measure(platform, "empty", tasks, runs, tasks + tasks / 10, empty, drainEmpty);
        progress.accept("storing %d finished and %d waiting tasks".formatted(stored, waiting));
        seed.empty();
        seed.finished(stored);
        seed.waiting(waiting);
        seed.settle();
        measure(platform, "full", tasks, runs, waiting, full, drainFull);
        measure(platform, "empty again", tasks, runs, tasks + tasks / 10, empty, drainEmpty);

        Spread before = spread(empty);
        Spread after = spread(full);
        Spread drainBefore = spread(drainEmpty);
        Spread drainAfter = spread(drainFull);
        return new Result(
                tasks,
                stored,
                waiting,
                before,
                after,
                change(before, after),
                drainBefore,
                drainAfter,
                change(drainBefore, drainAfter));
    }

    private void measure(
            Platform platform, String what, int tasks, int runs, int runnable, List<Double> rates, List<Double> drained)
            throws IOException, SQLException, InterruptedException {
        for (int i = 0; i < runs; i++) {
            if (!what.equals("full")) {
                seed.empty();
            }
            double rate = throughput.run(platform.newUser(), tasks).tasksPerSecond();
            rates.add(rate);
            progress.accept("%-14s %.0f tasks/s".formatted(what, rate));
        }
        for (int i = 0; i < runs; i++) {
            if (!what.equals("full")) {
                seed.empty();
            }
            double rate = drain(tasks, runnable);
            drained.add(rate);
            progress.accept("%-14s %.0f tasks/s drained, %d there at first".formatted(what, rate, runnable));
        }
    }

    /** Tasks per second of the first {@code tasks} that end, without the first tenth, in which the agents get going. */
    private double drain(int tasks, int runnable) throws SQLException, InterruptedException {
        String finished = "SELECT count(*), extract(epoch FROM max(finished_at)) FROM (SELECT finished_at FROM tasks"
                + " WHERE owner = 'seed-0' AND id > '%s' AND finished_at IS NOT NULL ORDER BY finished_at LIMIT %d) done";
        String from = database.rows("SELECT uuidv7()").getFirst().getFirst();
        long claimsBefore = claims();
        seed.runnable(runnable);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (claims() - claimsBefore < tasks + tasks / 10) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%d tasks were not run within %s".formatted(tasks, PATIENCE));
            }
            Thread.sleep(POLL);
        }
        seed.dropRunnable();
        database.awaitIdle(PATIENCE);
        double first = second(finished.formatted(from, tasks / 10));
        double last = second(finished.formatted(from, tasks));
        return Math.round((tasks - tasks / 10) / (last - first) * 100) / 100.0;
    }

    /** Every claim takes a fencing token: counts them at no cost. */
    private long claims() throws SQLException {
        return Long.parseLong(database.rows("SELECT last_value FROM fencing_tokens")
                .getFirst()
                .getFirst());
    }

    private double second(String sql) throws SQLException {
        return Double.parseDouble(database.rows(sql).getFirst().get(1));
    }

    private static Spread spread(List<Double> rates) {
        return Spread.of(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double change(Spread before, Spread after) {
        return Math.round((after.median() / before.median() - 1) * 1000) / 10.0;
    }
}
