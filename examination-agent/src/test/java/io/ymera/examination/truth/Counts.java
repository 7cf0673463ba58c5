package io.ymera.examination.truth;

import io.ymera.examination.testing.Totals;

/** What a framework's own summary says. */
record Counts(int passed, int failed, int skipped) {

    static Counts of(Totals totals) {
        return new Counts(
                totals.passed() + totals.xpassed(),
                totals.failed() + totals.errors(),
                totals.skipped() + totals.xfailed());
    }
}
