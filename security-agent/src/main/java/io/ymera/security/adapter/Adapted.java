package io.ymera.security.adapter;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.security.report.Finding;
import java.util.List;

/**
 * What another scanner did.
 *
 * @param findings what it says, without fingerprints yet
 * @param plan that it was run, if it was
 * @param missing that it, or something that it needs, is not there, or that it broke
 * @param notes what else a reader should know
 */
public record Adapted(List<Finding> findings, List<PlanStep> plan, List<MissingTool> missing, List<String> notes) {

    /** There is nothing for it to read. */
    public static final Adapted NOTHING = new Adapted(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Adapted {
        findings = List.copyOf(findings);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    static Adapted missing(String tool, String neededFor, String howToGet) {
        return new Adapted(List.of(), List.of(), List.of(new MissingTool(tool, neededFor, howToGet)), List.of());
    }

    static Adapted note(String text) {
        return new Adapted(List.of(), List.of(), List.of(), List.of(text));
    }
}
