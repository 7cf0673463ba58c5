package io.ymera.examination.analysis;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.util.List;

/**
 * What the code of one language consists of.
 *
 * @param plan what was run
 * @param units its parts, by path, then by line
 * @param missing what could not be run
 * @param notes for example which file can't be parsed
 */
public record Facts(List<PlanStep> plan, List<CodeUnit> units, List<MissingTool> missing, List<String> notes) {

    /** No code of the language. */
    public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Facts {
        plan = List.copyOf(plan);
        units = List.copyOf(units);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }
}
