package io.ymera.bench.load;

import io.ymera.bench.measure.CpuTime;
import io.ymera.bench.measure.Percentiles;
import io.ymera.bench.measure.Spread;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands in many tasks as fast as they are taken, and waits until all have been run. */
final class Throughput {

    static final String EMPTY = "{\"name\":\"bench\",\"task_type\":\"empty\"}";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Platform platform;
    private final Database database;
    private final Submitter submitter;

    Throughput(Platform platform, Database database, Submitter submitter) {
        this.platform = platform;
        this.database = database;
        this.submitter = submitter;
    }

    /**
     * One run.
     *
     * @param tasksPerSecond from the first request until PostgreSQL has the last end
     * @param seconds that time
     * @param submittedPerSecond how fast they were accepted
     * @param submit how long the answers took
     * @param refused requests that had to be repeated, because the platform was full
     * @param repeated tasks that took more than one attempt
     * @param cpu seconds of CPU used, by process; {@code others} is what is not the platform's
     * @param busy cores in use on average, of all processes
     * @param stolen cores' worth of time that the hypervisor gave to others
     */
    record Run(
            double tasksPerSecond,
            double seconds,
            double submittedPerSecond,
            Percentiles submit,
            int refused,
            long repeated,
            Map<String, Double> cpu,
            double busy,
            double stolen) {}

    /**
     * Some runs.
     *
     * @param tasks of each
     */
    record Result(int tasks, int connections, Spread tasksPerSecond, List<Run> runs) {
        static Result of(int tasks, int connections, List<Run> runs) {
            double[] rates = runs.stream().mapToDouble(Run::tasksPerSecond).toArray();
            return new Result(tasks, connections, Spread.of(rates), runs);
        }
    }

    /**
     * @throws IllegalStateException if a task did not complete
     */
    Run run(String token, int tasks) throws IOException, SQLException, InterruptedException {
        CpuTime before = CpuTime.now(platform.processes());
        long start = System.nanoTime();
        Submitter.Batch batch = submitter.submit(token, EMPTY, tasks);
        double submitted = secondsSince(start);
        database.awaitIdle(PATIENCE);
        double seconds = secondsSince(start);
        CpuTime used = CpuTime.now(platform.processes()).since(before);
        Database.Outcomes outcomes = database.outcomes(
                batch.tasks().stream().map(Submitter.Submitted::id).toList());
        if (outcomes.completed() != tasks) {
            throw new IllegalStateException("Of %d tasks %s".formatted(tasks, outcomes));
        }
        return new Run(
                round(tasks / seconds),
                round(seconds),
                round(tasks / submitted),
                Percentiles.of(batch.answerMillis()),
                batch.refused(),
                outcomes.repeated(),
                used.byProcess(),
                round(used.busy() / seconds),
                round(used.stolen() / seconds));
    }

    /** The mean of what each process used per task, in milliseconds of CPU. */
    static Map<String, Double> cpuPerTask(Result result) {
        Map<String, Double> sum = new TreeMap<>();
        List<Map<String, Double>> all = new ArrayList<>();
        result.runs().forEach(run -> all.add(run.cpu()));
        all.forEach(run -> run.forEach((name, seconds) -> sum.merge(name, seconds, Double::sum)));
        sum.replaceAll((name, seconds) ->
                Math.round(seconds * 1000 / result.tasks() / result.runs().size() * 1000) / 1000.0);
        return sum;
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
