package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** One line that the runner wrote; see {@code run_tests.py}. Which members an event has is up to whoever wrote it. */
@RegisterForReflection
record RunnerLine(
        @Nullable String event,
        @Nullable String framework,
        @Nullable Integer expected,
        @Nullable String id,
        @Nullable Outcome outcome,
        @Nullable Double seconds,
        @Nullable String text,
        @Nullable Counts totals) {

    /** What the framework counted. */
    @RegisterForReflection
    record Counts(
            @Nullable Integer tests,
            @Nullable Integer failed,
            @Nullable Integer errors,
            @Nullable Integer skipped,
            @Nullable Integer xfailed,
            @Nullable Integer xpassed,
            @Nullable Double seconds) {}
}
