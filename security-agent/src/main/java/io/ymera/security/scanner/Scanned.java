package io.ymera.security.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.security.report.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the scanner found, checked.
 *
 * @param findings suppressed ones too
 * @param notScanned the scans that did not come to their end: what they would find is not known
 * @param plan what was run
 * @param missing that it could not be run, if so
 * @param notes what was not, or not wholly, looked at, and what of its output was not believed
 * @param sbom a bill of materials in CycloneDX, if a scan made one
 * @param freshness how old what is known of vulnerabilities is, if a scan says so
 * @param licences what stands under which, if a scan says so
 */
public record Scanned(
        List<Finding> findings,
        Set<String> notScanned,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes,
        @Nullable JsonNode sbom,
        @Nullable JsonNode freshness,
        @Nullable JsonNode licences) {

    /** Copies the collections. */
    public Scanned {
        findings = List.copyOf(findings);
        notScanned = Set.copyOf(notScanned);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /** Nothing, because it was not run or broke. */
    static Scanned nothing(List<String> scans, List<PlanStep> plan, MissingTool why) {
        return new Scanned(List.of(), Set.copyOf(scans), plan, List.of(why), List.of(), null, null, null);
    }
}
