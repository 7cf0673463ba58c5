package io.ymera.examination.testing;

import io.ymera.codebase.Language;
import io.ymera.codebase.lab.PlanStep;
import java.util.List;

/**
 * How a code base's tests of one language will be run.
 *
 * @param language the language
 * @param framework for example {@code pytest}, {@code junit}, {@code node}
 * @param runtime what they run on, with its version, for example {@code Python 3.11.7}
 * @param steps what will be done and why, for the report
 * @param notes what a reader should know
 */
public record TestPlan(Language language, String framework, String runtime, List<PlanStep> steps, List<String> notes) {

    /** Copies the lists. */
    public TestPlan {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }
}
