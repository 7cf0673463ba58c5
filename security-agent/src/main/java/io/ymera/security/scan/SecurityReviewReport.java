package io.ymera.security.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.security.report.Assessment;
import io.ymera.security.report.Counts;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Listed;
import io.ymera.security.report.ScanSummary;
import io.ymera.security.report.Score;
import io.ymera.security.report.SecurityCounts;
import io.ymera.security.report.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all scans say of a code base, joined.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param verdict what it comes to
 * @param score 0 to 100, each lost point explained
 * @param scans what each scan would come to alone
 * @param counts of all findings that count, listed or not
 * @param findings by place, suppressed ones too; if there are too many to list, the worst of them
 * @param findingsLeftOut how many more there are
 * @param absent fingerprints of the baseline that were not found any more
 * @param freshness how old what is known of vulnerabilities is; null if that is not known
 * @param sbom the bill of materials in CycloneDX 1.6, with its vulnerabilities and their analysis, which makes it a VEX; null if it is too long
 * @param licences what stands under which licence; null if it is too long
 * @param security how many findings count, as {@code quality_verification} takes them
 * @param plan what was run
 * @param missing what could not be run: what it would have found is not known
 * @param notes what else a reader should know, for example which file was not read
 * @param sarif the listed findings as a SARIF 2.1.0 log, if that was asked for
 */
@RegisterForReflection
public record SecurityReviewReport(
        String engine,
        Verdict verdict,
        Score score,
        List<ScanSummary> scans,
        Counts counts,
        List<Finding> findings,
        int findingsLeftOut,
        List<String> absent,
        @Nullable JsonNode freshness,
        @Nullable JsonNode sbom,
        @Nullable JsonNode licences,
        SecurityCounts security,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes,
        @Nullable Map<String, Object> sarif) {

    private static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public SecurityReviewReport {
        scans = List.copyOf(scans);
        findings = List.copyOf(findings);
        absent = List.copyOf(absent);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    static SecurityReviewReport of(Scanning.Result result, ScanRequest request, List<String> scans) {
        Assessment assessment = result.assessment();
        Listed listed = Listed.of(assessment, request.sarif(), request.baseline() != null);
        return new SecurityReviewReport(
                BUILTIN,
                assessment.verdict(),
                assessment.score(),
                scans.stream().map(scan -> ScanSummary.of(scan, assessment)).toList(),
                assessment.counts(),
                listed.findings(),
                listed.leftOut(),
                Listed.absent(assessment),
                result.freshness(),
                result.sbom(),
                result.licences(),
                SecurityCounts.of(assessment.findings()),
                assessment.plan(),
                assessment.missing(),
                assessment.notes(),
                listed.sarif());
    }
}
