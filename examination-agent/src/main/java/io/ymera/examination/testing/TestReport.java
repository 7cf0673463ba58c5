package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.lab.Incident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a code base's tests.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param verdict what it comes to
 * @param framework what ran them; where there are several, divided by {@code ", "}
 * @param plan what was done and why
 * @param suites the tests of each language, in the order in which they were run
 * @param totals counts of all tests, also of those that {@code tests} leaves out because the report would be too long
 * @param tests each test, suite after suite, in the order in which they ended
 * @param notRun tests that the sources have and that no run told of, those that nothing explains first; 100 at the most
 * @param flaky those that passed only when they were run again
 * @param incidents what the code under test tried, and limits that it reached
 * @param missing what could not be run
 * @param notes what else a reader should know, for people
 * @param junitXml the same as JUnit XML, if that was asked for
 */
@RegisterForReflection
public record TestReport(
        String engine,
        Verdict verdict,
        String framework,
        List<PlanStep> plan,
        List<TestSuite> suites,
        Totals totals,
        List<TestRun> tests,
        List<NotRun> notRun,
        List<FlakyTest> flaky,
        List<Incident> incidents,
        List<MissingTool> missing,
        List<String> notes,
        @Nullable String junitXml) {

    static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public TestReport {
        plan = List.copyOf(plan);
        suites = List.copyOf(suites);
        tests = List.copyOf(tests);
        notRun = List.copyOf(notRun);
        flaky = List.copyOf(flaky);
        incidents = List.copyOf(incidents);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    TestReport withJunitXml(String xml) {
        return new TestReport(
                engine, verdict, framework, plan, suites, totals, tests, notRun, flaky, incidents, missing, notes, xml);
    }
}
