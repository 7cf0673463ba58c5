package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What came out of a project's tests.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param framework {@code pytest} or {@code unittest}
 * @param python the interpreter's version
 * @param totals counts of all tests, also of those that {@code tests} leaves out because the report would be too long
 * @param tests each test, in the order in which they ended
 * @param notes what else a reader should know, for people
 */
@RegisterForReflection
public record TestReport(
        String engine, String framework, String python, Totals totals, List<TestRun> tests, List<String> notes) {

    static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public TestReport {
        tests = List.copyOf(tests);
        notes = List.copyOf(notes);
    }
}
