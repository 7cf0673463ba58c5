package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a product offers to others has documentation in its language's own form: docstrings, Javadoc, JSDoc.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param total how many modules, types and functions are exported
 * @param documented how many of these are documented
 * @param percent 0 to 100, with two decimals; null if nothing is exported
 * @param kinds the same for each kind
 * @param undocumented what is exported and not documented, by path and line
 * @param undocumentedLeftOut how many are counted but not listed
 * @param plan what was run
 * @param missing what could not be run: what it would have read is in no number here
 * @param notes what else a reader should know, for example which file could not be parsed
 */
@RegisterForReflection
public record DocumentationReport(
        String engine,
        int total,
        int documented,
        @Nullable Double percent,
        List<Share> kinds,
        List<Undocumented> undocumented,
        int undocumentedLeftOut,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes) {

    /** Copies the lists. */
    public DocumentationReport {
        kinds = List.copyOf(kinds);
        undocumented = List.copyOf(undocumented);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /** How much of one kind is documented; {@code percent} is null if there is none of it. */
    @RegisterForReflection
    public record Share(
            CodeUnit.Kind kind,
            int total,
            int documented,
            @Nullable Double percent) {}

    /** Something that should be documented. */
    @RegisterForReflection
    public record Undocumented(CodeUnit.Kind kind, String name, String path, int line) {}
}
