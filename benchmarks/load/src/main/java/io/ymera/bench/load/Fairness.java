package io.ymera.bench.load;

import io.ymera.bench.measure.Percentiles;
import io.ymera.local.process.PartFailedException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One user has many tasks waiting; others come, each with one. How many tasks begin from the moment when such a single task is
 * sent until it begins itself?
 */
final class Fairness {

    private static final String SLOW =
            "{\"name\":\"bench\",\"task_type\":\"empty\",\"parameters\":{\"sleep_millis\":%d}}";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int SLEEP_MILLIS = 20;
    private static final int OTHERS = 10;

    private final Platform platform;
    private final Database database;
    private final Submitter submitter;
    private final Consumer<String> progress;

    Fairness(Platform platform, Database database, Submitter submitter, Consumer<String> progress) {
        this.platform = platform;
        this.database = database;
        this.submitter = submitter;
        this.progress = progress;
    }

    /**
     * @param waiting how many tasks the first user had waiting
     * @param slots of all agents together: so many tasks are running, and about so many are on their way
     * @param begunBefore how many tasks began between the sending of a single task and its beginning, in rising order
     * @param millis and how long that took
     */
    record Result(int waiting, int slots, List<Long> begunBefore, Percentiles millis) {}

    Result run(int waiting, int slots) throws IOException, SQLException, InterruptedException, PartFailedException {
        String many = platform.newUser();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(platform.newUser());
        }
        long before = countCompleted();
        platform.stopAgents();
        progress.accept("%d tasks of one user are handed in".formatted(waiting));
        submitter.submit(many, SLOW.formatted(SLEEP_MILLIS), waiting);
        platform.startAgents();
        awaitCompleted(before + slots * 4L);
        List<Submitter.Submitted> singles = new ArrayList<>();
        for (String other : others) {
            singles.addAll(
                    submitter.submit(other, SLOW.formatted(SLEEP_MILLIS), 1).tasks());
            Thread.sleep(Duration.ofMillis(500));
        }
        long left = countWaiting();
        progress.accept("%d users have handed in one each; %d of the first user's still wait".formatted(OTHERS, left));
        if (left == 0) {
            throw new IllegalStateException(
                    "The many tasks were gone before the single ones came: nothing was measured");
        }
        database.awaitIdle(PATIENCE);

        List<Long> begunBefore = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (Submitter.Submitted single : singles) {
            long begun = database.moments(List.of(single.id())).getFirst().begun();
            millis.add((begun - single.sentMicros()) / 1000.0);
            begunBefore.add(count("""
                    SELECT count(*) FROM tasks
                     WHERE (result ->> 'begun_micros')::bigint BETWEEN %d AND %d AND id <> '%s'
                    """.formatted(single.sentMicros(), begun, single.id())));
        }
        return new Result(
                waiting,
                slots,
                begunBefore.stream().sorted().toList(),
                Percentiles.of(millis.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private void awaitCompleted(long count) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (countCompleted() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nothing is run");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private long countCompleted() throws SQLException {
        return count("SELECT count(*) FROM tasks WHERE status = 'completed'");
    }

    private long countWaiting() throws SQLException {
        return count("SELECT count(*) FROM tasks WHERE status = 'pending'");
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(database.rows(sql).getFirst().getFirst());
    }
}
