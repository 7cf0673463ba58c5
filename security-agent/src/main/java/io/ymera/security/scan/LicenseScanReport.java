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
 * Under which licences a code base and what it depends on stand.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param verdict what it comes to
 * @param score 0 to 100, each lost point explained
 * @param counts of all findings that count, listed or not
 * @param findings by place, suppressed ones too; if there are too many to list, the worst of them
 * @param findingsLeftOut how many more there are
 * @param absent fingerprints of the baseline that were not found any more
 * @param licences what stands under which licence; null if it is too long
 * @param plan what was run
 * @param missing what could not be run: what it would have found is not known
 * @param notes what else a reader should know, for example which file was not read
 * @param sarif the listed findings as a SARIF 2.1.0 log, if that was asked for
 */
@RegisterForReflection
public record LicenseScanReport(
        String engine,
        Verdict verdict,
        Score score,
        Counts counts,
        List<Finding> findings,
        int findingsLeftOut,
        List<String> absent,
        @Nullable JsonNode licences,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes,
        @Nullable Map<String, Object> sarif) {

    private static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public LicenseScanReport {
        findings = List.copyOf(findings);
        absent = List.copyOf(absent);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    static LicenseScanReport of(Scanning.Result result, ScanRequest request) {
        Assessment assessment = result.assessment();
        Listed listed = Listed.of(assessment, request.sarif(), request.baseline() != null);
        return new LicenseScanReport(
                BUILTIN,
                assessment.verdict(),
                assessment.score(),
                assessment.counts(),
                listed.findings(),
                listed.leftOut(),
                Listed.absent(assessment),
                result.licences(),
                assessment.plan(),
                assessment.missing(),
                assessment.notes(),
                listed.sarif());
    }
}
