package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Counts, as the framework prints them. They need not add up to {@code tests}: unittest counts every failed subtest, and
 * a class whose set-up fails, which is no test.
 *
 * @param durationSeconds from the first test's start to the last one's end
 */
@RegisterForReflection
public record Totals(
        int tests, int passed, int failed, int errors, int skipped, int xfailed, int xpassed, double durationSeconds) {}
