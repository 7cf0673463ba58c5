package io.ymera.bench.load;

import static java.util.Objects.requireNonNull;

import io.ymera.bench.measure.CpuTime;
import io.ymera.bench.measure.Percentiles;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Hands in tasks at a low, steady rate and takes the time of each: all clocks are one, since all is on one machine. */
final class Latency {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WARM_UP_SECONDS = 5;

    private final Platform platform;
    private final Database database;
    private final Submitter submitter;

    Latency(Platform platform, Database database, Submitter submitter) {
        this.platform = platform;
        this.database = database;
        this.submitter = submitter;
    }

    /**
     * Times since the request was sent, in milliseconds.
     *
     * @param answered until the client had the answer
     * @param started until the handler began
     * @param startStored until the event that it started was committed
     * @param completed until its end was committed
     * @param measured how many tasks these are of
     * @param repeated how many took more than one attempt, and are left out
     * @param cpu seconds of CPU used, by process
     */
    record Result(
            int rate,
            int seconds,
            Percentiles answered,
            Percentiles started,
            Percentiles startStored,
            Percentiles completed,
            int measured,
            int repeated,
            Map<String, Double> cpu) {}

    Result run(String token, int rate, int seconds) throws IOException, SQLException, InterruptedException {
        submitter.submitAt(token, Throughput.EMPTY, rate, WARM_UP_SECONDS);
        database.awaitIdle(PATIENCE);
        CpuTime before = CpuTime.now(platform.processes());
        Submitter.Batch batch = submitter.submitAt(token, Throughput.EMPTY, rate, seconds);
        database.awaitIdle(PATIENCE);
        CpuTime used = CpuTime.now(platform.processes()).since(before);

        Map<UUID, Submitter.Submitted> sent =
                batch.tasks().stream().collect(Collectors.toMap(Submitter.Submitted::id, Function.identity()));
        List<Database.Moments> moments = database.moments(List.copyOf(sent.keySet()));
        return new Result(
                rate,
                seconds,
                Percentiles.of(batch.answerMillis()),
                since(sent, moments, Database.Moments::begun),
                since(sent, moments, Database.Moments::startStored),
                since(sent, moments, Database.Moments::endStored),
                moments.size(),
                sent.size() - moments.size(),
                used.byProcess());
    }

    private static Percentiles since(
            Map<UUID, Submitter.Submitted> sent,
            List<Database.Moments> moments,
            ToDoubleFunction<Database.Moments> micros) {
        return Percentiles.of(moments.stream()
                .mapToDouble(task -> (micros.applyAsDouble(task)
                                - requireNonNull(sent.get(task.id())).sentMicros())
                        / 1000)
                .toArray());
    }
}
