package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.report.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tools say of code that they read.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param counts how many findings there are, also of those that are not listed
 * @param findings by path and line; if there are too many to list, the worst of them
 * @param findingsLeftOut how many are counted but not listed
 * @param plan what was run
 * @param missing what could not be run: what it would have found is not known
 * @param notes what else a reader should know, for example which file could not be read
 * @param sarif the listed findings as a SARIF 2.1.0 log, if that was asked for
 */
@RegisterForReflection
public record StaticAnalysisReport(
        String engine,
        Counts counts,
        List<Finding> findings,
        int findingsLeftOut,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes,
        @Nullable Map<String, Object> sarif) {

    static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public StaticAnalysisReport {
        findings = List.copyOf(findings);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /**
     * How many findings there are.
     *
     * @param total all
     * @param levels by how bad they are
     * @param categories by what they are about
     * @param tools by who says so
     * @param rules by rule, {@code tool/rule}
     */
    @RegisterForReflection
    public record Counts(
            int total,
            Map<String, Integer> levels,
            Map<String, Integer> categories,
            Map<String, Integer> tools,
            Map<String, Integer> rules) {}
}
