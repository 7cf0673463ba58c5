package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * One test that was run.
 *
 * @param id its name in its framework, for example {@code tests/test_x.py::test_y} or {@code tests.test_x.XTest.test_y}
 * @param outcome how it ended
 * @param durationSeconds how long it took
 * @param failure why it did not pass, shortened where it is long; null if there is nothing to say
 */
@RegisterForReflection
public record TestRun(
        String id,
        Outcome outcome,
        double durationSeconds,
        @Nullable String failure) {}
