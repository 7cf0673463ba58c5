package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.report.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many ways there are through each function of the product: cyclomatic complexity (McCabe, "A Complexity Measure", 1976).
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param functions how many there are
 * @param maximum the largest value; null if there is no function
 * @param mean with two decimals; null if there is no function
 * @param distribution how many functions are in each range
 * @param findings each function above 10, a warning, or above 20, an error; the worst of them, if there are too many
 * @param findingsLeftOut how many are counted but not listed
 * @param values each function, the most complex first; not all, if there are too many
 * @param valuesLeftOut how many are counted but not listed
 * @param plan what was run
 * @param missing what could not be run: its functions are in no number here
 * @param notes what else a reader should know, for example which file could not be parsed
 */
@RegisterForReflection
public record ComplexityReport(
        String engine,
        int functions,
        @Nullable Integer maximum,
        @Nullable Double mean,
        List<Range> distribution,
        List<Finding> findings,
        int findingsLeftOut,
        List<Value> values,
        int valuesLeftOut,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes) {

    /** Copies the lists. */
    public ComplexityReport {
        distribution = List.copyOf(distribution);
        findings = List.copyOf(findings);
        values = List.copyOf(values);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /**
     * How many functions have a complexity in a range.
     *
     * @param from the least
     * @param to the greatest; null if there is none
     * @param functions how many
     */
    @RegisterForReflection
    public record Range(int from, @Nullable Integer to, int functions) {}

    /** One function. */
    @RegisterForReflection
    public record Value(String path, String name, int line, int endLine, int complexity) {}
}
