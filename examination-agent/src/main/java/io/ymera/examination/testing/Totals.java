package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Counts, as the framework prints them. They need not add up to {@code tests}: unittest counts every failed subtest, and
 * a class whose set-up fails, which is no test.
 *
 * @param errors those that timed out or crashed included
 * @param durationSeconds from the first test's start to the last one's end; where several processes ran, their sum
 */
@RegisterForReflection
public record Totals(
        int tests, int passed, int failed, int errors, int skipped, int xfailed, int xpassed, double durationSeconds) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

    Totals plus(Totals other) {
        return new Totals(
                tests + other.tests,
                passed + other.passed,
                failed + other.failed,
                errors + other.errors,
                skipped + other.skipped,
                xfailed + other.xfailed,
                xpassed + other.xpassed,
                durationSeconds + other.durationSeconds);
    }
}
