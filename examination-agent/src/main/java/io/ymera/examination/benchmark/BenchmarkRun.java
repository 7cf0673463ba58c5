package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * One benchmark.
 *
 * @param id {@code path::function}
 * @param measured what was measured; null if it failed
 * @param failure why it could not be measured; null if it was
 * @param comparison with its baseline
 * @param baselineSeconds the baseline's median, if there is one
 * @param change {@code median / baseline - 1}, if there is one: 0.25 is a quarter slower
 */
@RegisterForReflection
public record BenchmarkRun(
        String id,
        @Nullable Measured measured,
        @Nullable String failure,
        Comparison comparison,
        @Nullable Double baselineSeconds,
        @Nullable Double change) {

    /**
     * What was measured.
     *
     * @param medianSeconds of a call
     * @param spreadSeconds the interquartile range of the rounds
     * @param minSeconds the fastest round
     * @param rounds how many there were
     * @param iterations calls in each round
     * @param peakMemoryBytes the most resident memory that the process had, its interpreter included
     */
    @RegisterForReflection
    public record Measured(
            double medianSeconds,
            double spreadSeconds,
            double minSeconds,
            int rounds,
            long iterations,
            long peakMemoryBytes) {}

    static BenchmarkRun failed(String id, String failure, @Nullable Double baseline) {
        return new BenchmarkRun(id, null, failure, Comparison.UNKNOWN, baseline, null);
    }
}
