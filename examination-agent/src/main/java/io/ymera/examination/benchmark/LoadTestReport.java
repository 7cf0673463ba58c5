package io.ymera.examination.benchmark;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a server bears a load.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param verdict see {@link Verdict}
 * @param reasons why it failed, a sentence each; empty if it did not
 * @param machine what it ran on, shared by the server and what loads it
 * @param plan what was run
 * @param readySeconds how long the server took to be ready; null if it never was
 * @param result what was measured; null if nothing was
 * @param peakMemoryBytes the most resident memory of the server's first process
 * @param serverOutput the end of what the server printed
 * @param missing what could not be run for want of a tool
 * @param notes what else a reader should know
 */
@RegisterForReflection
public record LoadTestReport(
        String engine,
        Verdict verdict,
        List<String> reasons,
        @Nullable Machine machine,
        List<PlanStep> plan,
        @Nullable Double readySeconds,
        @Nullable LoadResult result,
        @Nullable Long peakMemoryBytes,
        String serverOutput,
        List<MissingTool> missing,
        List<String> notes) {

    static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public LoadTestReport {
        reasons = List.copyOf(reasons);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /** What came of it. */
    @RegisterForReflection
    public enum Verdict {
        /** It kept to every limit that the request names. */
        PASSED,
        /** The request names no limits. */
        MEASURED,
        /** It did not keep to one, did not become ready, or ended. */
        FAILED,
        /** A tool is missing. */
        NOT_RUN;

        /** In lower case, for JSON. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
