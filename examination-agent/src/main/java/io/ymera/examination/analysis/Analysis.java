package io.ymera.examination.analysis;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.report.Finding;
import java.util.List;

/**
 * What one analyser did.
 *
 * @param plan what was run
 * @param findings what it says
 * @param missing what could not be run
 * @param notes what else a reader should know, for example which file it could not read
 */
public record Analysis(List<PlanStep> plan, List<Finding> findings, List<MissingTool> missing, List<String> notes) {

    /** Nothing to do. */
    public static final Analysis NOTHING = new Analysis(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Analysis {
        plan = List.copyOf(plan);
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }
}
