package io.ymera.examination.testing;

import java.time.Duration;

/**
 * How tests are to be run.
 *
 * @param framework the one to use, or {@code auto}
 * @param timeout for all of them together
 * @param testTimeout for each
 * @param shards in how many parts, side by side where the machine has room
 * @param reruns how often what failed is run again, to tell what is flaky
 * @param coverage whether to measure which lines are executed
 */
public record TestOptions(
        String framework, Duration timeout, Duration testTimeout, int shards, int reruns, boolean coverage) {

    /** Whatever framework there is. */
    public static final String AUTO = "auto";

    static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    static final Duration DEFAULT_TEST_TIMEOUT = Duration.ofMinutes(2);
    static final int DEFAULT_RERUNS = 2;

    /** What a request has that asks for nothing: ten minutes, two for each test, one part, two reruns, no coverage. */
    public static TestOptions defaults() {
        return new TestOptions(AUTO, DEFAULT_TIMEOUT, DEFAULT_TEST_TIMEOUT, 1, DEFAULT_RERUNS, false);
    }

    /** These, with coverage. */
    public TestOptions withCoverage() {
        return new TestOptions(framework, timeout, testTimeout, shards, reruns, true);
    }

    /** These, with another time for all tests together. */
    public TestOptions withTimeout(Duration timeout) {
        return new TestOptions(framework, timeout, testTimeout, shards, reruns, coverage);
    }
}
