package io.ymera.examination.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How benchmarks are measured.
 *
 * @param baseline how fast they were before; may be empty
 * @param tolerance the share of the baseline by which one may be slower
 * @param rounds how often each is measured
 * @param time for all of them together
 */
public record BenchmarkOptions(List<Baseline> baseline, double tolerance, int rounds, Duration time) {

    /** A tenth. */
    public static final double TOLERANCE = 0.10;

    /** How often a benchmark is measured if nobody says. */
    public static final int ROUNDS = 10;

    /** Copies the list. */
    public BenchmarkOptions {
        baseline = List.copyOf(baseline);
    }
}
