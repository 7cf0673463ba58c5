package io.ymera.examination.quality;

import io.ymera.examination.report.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the examinations of a code base found, reduced to what is scored. A part that is null was not examined: that is never the
 * same as one in which nothing was found.
 *
 * @param lines of the product's sources, tests not included
 * @param tests the tests
 * @param coverage which lines they execute
 * @param findings what analysers say
 * @param complexity each function that is more complex than 10
 * @param duplication code that is there twice
 * @param documentation what is documented of what others can use
 * @param security what a scan of another capability or tool says
 * @param performance benchmarks that have a baseline
 */
record Measures(
        int lines,
        @Nullable Tests tests,
        @Nullable Coverage coverage,
        @Nullable List<Finding> findings,
        @Nullable List<ComplexUnit> complexity,
        @Nullable Duplication duplication,
        @Nullable Documentation documentation,
        @Nullable List<Finding> security,
        @Nullable Performance performance) {

    /**
     * The tests.
     *
     * @param run how many had an outcome
     * @param bad the ids of those that did not pass
     * @param badCount how many did not pass, which may be more than there are ids
     * @param flaky the ids of those that passed only when they were run again
     * @param broken why nobody knows how they would end, or null
     */
    record Tests(
            int run,
            List<String> bad,
            int badCount,
            List<String> flaky,
            @Nullable String broken) {}

    /**
     * Which lines tests execute.
     *
     * @param percent of those that can be executed
     * @param worst the files with the most lines that are not
     */
    record Coverage(double percent, List<String> worst) {}

    /**
     * A function of which there is a lot to understand.
     *
     * @param id {@code path:line:name}
     * @param complexity cyclomatic, more than 10
     */
    record ComplexUnit(String id, int complexity) {}

    /**
     * Code that is there twice.
     *
     * @param percent of all lines
     * @param places where
     */
    record Duplication(double percent, List<String> places) {}

    /**
     * What is documented.
     *
     * @param exported how many parts of the code others can use
     * @param undocumented the ids of those that are not documented, {@code path:line:name}
     * @param undocumentedCount how many these are, which may be more than there are ids
     * @param readme whether there is a file that says what this is
     */
    record Documentation(int exported, List<String> undocumented, int undocumentedCount, boolean readme) {}

    /**
     * Benchmarks beside their baseline.
     *
     * @param tolerance the share by which one may be slower
     * @param slower those that are slower than that
     * @param failed the ids of those that could not be measured
     */
    record Performance(double tolerance, List<Slower> slower, List<String> failed) {}

    /**
     * A regression.
     *
     * @param id the benchmark
     * @param change 0.25 is a quarter slower
     */
    record Slower(String id, double change) {}
}
