package io.ymera.bench.gateway;

import io.ymera.bench.measure.CpuTime;
import io.ymera.bench.measure.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What came of one candidate, round by round. */
final class Rounds {

    private static final double MICROS_PER_SECOND = 1e6;

    /** Of a process in a run: less is nothing but a tick. */
    private static final double LEAST_MICROS = 0.5;

    private final Candidate candidate;
    private final boolean rateLimit;
    private final List<Round> rounds = new ArrayList<>();
    private long logBytes;

    private record Round(Wrk.Answers answers, Map<String, Double> cpuMicros) {}

    Rounds(Candidate candidate, boolean rateLimit) {
        this.candidate = candidate;
        this.rateLimit = rateLimit;
    }

    /**
     * One more.
     *
     * @param used by every process meanwhile
     * @param logged bytes that the candidate wrote to its log meanwhile
     */
    void add(Wrk.Answers answers, CpuTime used, long logged) {
        Map<String, Double> micros = new LinkedHashMap<>();
        used.byProcess()
                .forEach((process, seconds) -> micros.put(process, seconds * MICROS_PER_SECOND / answers.requests()));
        rounds.add(new Round(answers, micros));
        logBytes += logged;
    }

    Measured measured(long residentMiB) {
        long answers = rounds.stream().mapToLong(r -> r.answers().requests()).sum();
        return new Measured(
                spread(r -> r.answers().perSecond()),
                spread(r -> r.answers().p50Micros()),
                spread(r -> r.answers().p99Micros()),
                spread(r -> r.cpuMicros().getOrDefault(candidate.site().title(), 0.0)),
                others(),
                answers,
                rounds.stream().mapToLong(r -> r.answers().errors()).sum(),
                residentMiB,
                logBytes / answers,
                rateLimit);
    }

    private Spread spread(ToDoubleFunction<Round> value) {
        return Spread.of(rounds.stream().mapToDouble(value).toArray());
    }

    private Map<String, Double> others() {
        Map<String, Double> others = new LinkedHashMap<>();
        for (String process : rounds.getFirst().cpuMicros().keySet()) {
            double median =
                    spread(r -> r.cpuMicros().getOrDefault(process, 0.0)).median();
            if (median >= LEAST_MICROS && !process.equals(candidate.site().title())) {
                others.put(process, median);
            }
        }
        return others;
    }
}
