package io.ymera.security.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.security.report.Assessment;
import io.ymera.security.report.Counts;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Listed;
import io.ymera.security.report.Score;
import io.ymera.security.report.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the vulnerabilities of what a code base depends on.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param verdict what it comes to
 * @param score 0 to 100, each lost point explained
 * @param counts of all findings that count, listed or not
 * @param findings by place, suppressed ones too; if there are too many to list, the worst of them
 * @param findingsLeftOut how many more there are
 * @param absent fingerprints of the baseline that were not found any more
 * @param freshness how old what is known of vulnerabilities is; null if that is not known
 * @param sbom the bill of materials in CycloneDX 1.6, with its vulnerabilities and their analysis, which makes it a VEX; null if it is too long
 * @param plan what was run
 * @param missing what could not be run: what it would have found is not known
 * @param notes what else a reader should know, for example which file was not read
 * @param sarif the listed findings as a SARIF 2.1.0 log, if that was asked for
 */
@RegisterForReflection
public record DependencyScanReport(
        String engine,
        Verdict verdict,
        Score score,
        Counts counts,
        List<Finding> findings,
        int findingsLeftOut,
        List<String> absent,
        @Nullable JsonNode freshness,
        @Nullable JsonNode sbom,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes,
        @Nullable Map<String, Object> sarif) {

    private static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public DependencyScanReport {
        findings = List.copyOf(findings);
        absent = List.copyOf(absent);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    static DependencyScanReport of(Scanning.Result result, ScanRequest request) {
        Assessment assessment = result.assessment();
        Listed listed = Listed.of(assessment, request.sarif(), request.baseline() != null);
        return new DependencyScanReport(
                BUILTIN,
                assessment.verdict(),
                assessment.score(),
                assessment.counts(),
                listed.findings(),
                listed.leftOut(),
                Listed.absent(assessment),
                result.freshness(),
                result.sbom(),
                assessment.plan(),
                assessment.missing(),
                assessment.notes(),
                listed.sarif());
    }
}
