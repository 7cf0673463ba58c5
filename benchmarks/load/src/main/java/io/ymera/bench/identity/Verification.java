package io.ymera.bench.identity;

import io.ymera.web.identity.VerificationBenchmark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Verification of tokens by itself, on one thread of a JVM of its own (JMH). */
final class Verification {

    private static final int WARM_UPS = 5;
    private static final TimeValue ITERATION = TimeValue.seconds(1);
    private static final double MICROS_PER_SECOND = 1e6;

    private Verification() {}

    /**
     * What one kind of token costs.
     *
     * @param algorithm what it is signed with
     * @param kind {@code firstSeen} or {@code seenLately}
     * @param perSecond tokens a second on one core, from the mean
     * @param p50Micros of single verifications
     * @param p99Micros of single verifications
     */
    record Result(String algorithm, String kind, double perSecond, double p50Micros, double p99Micros) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-6s %-10s %9.0f a second   p50 %7.2f   p99 %7.2f µs",
                    algorithm,
                    kind,
                    perSecond,
                    p50Micros,
                    p99Micros);
        }
    }

    static List<Result> measure(int iterations, Consumer<String> line) throws RunnerException {
        line.accept("verification   one thread, JMH, %d iterations of %s after %d"
                .formatted(iterations, ITERATION, WARM_UPS));
        Options options = new OptionsBuilder()
                .include(VerificationBenchmark.class.getName() + ".*")
                .mode(Mode.SampleTime)
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(ITERATION)
                .measurementIterations(iterations)
                .measurementTime(ITERATION)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
                .verbosity(VerboseMode.SILENT)
                .build();
        List<Result> results = new ArrayList<>();
        for (RunResult run : new Runner(options).run()) {
            results.add(result(run));
        }
        results.sort(Comparator.comparing(Result::kind).thenComparing(Result::perSecond));
        results.forEach(result -> line.accept("  " + result));
        return results;
    }

    private static Result result(RunResult run) {
        Statistics micros = run.getPrimaryResult().getStatistics();
        return new Result(
                run.getParams().getParam("algorithm"),
                run.getPrimaryResult().getLabel(),
                Math.round(MICROS_PER_SECOND / micros.getMean()),
                micros.getPercentile(50),
                micros.getPercentile(99));
    }
}
