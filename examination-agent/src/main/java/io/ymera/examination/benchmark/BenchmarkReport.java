package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a code base's benchmarks are.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param machine what they ran on; null if none ran
 * @param plan what was run
 * @param benchmarks each of them, by file, then in the order of the file
 * @param regressions a sentence for each one that is slower than its baseline
 * @param tolerance the share of the baseline by which a benchmark may be slower
 * @param missing what could not be run for want of a tool
 * @param notes what else a reader should know
 */
@RegisterForReflection
public record BenchmarkReport(
        String engine,
        @Nullable Machine machine,
        List<PlanStep> plan,
        List<BenchmarkRun> benchmarks,
        List<String> regressions,
        double tolerance,
        List<MissingTool> missing,
        List<String> notes) {

    static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public BenchmarkReport {
        plan = List.copyOf(plan);
        benchmarks = List.copyOf(benchmarks);
        regressions = List.copyOf(regressions);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }
}
