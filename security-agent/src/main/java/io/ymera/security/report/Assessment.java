package io.ymera.security.report;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Findings of all sources, joined and judged.
 *
 * @param findings all that are as bad as was asked for, suppressed ones too, by place
 * @param absent fingerprints of the baseline that were not found any more
 * @param plan what was run
 * @param missing what could not be run
 * @param notes what else a reader should know
 * @param notScanned the scans that were asked for and not made to their end
 */
public record Assessment(
        List<Finding> findings,
        Counts counts,
        List<String> absent,
        Score score,
        Verdict verdict,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes,
        List<String> notScanned) {

    /** Copies the lists. */
    public Assessment {
        findings = List.copyOf(findings);
        absent = List.copyOf(absent);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
        notScanned = List.copyOf(notScanned);
    }

    /**
     * What was done, before it is judged.
     *
     * @param findings from all sources
     * @param notScanned the scans that our own scanner did not make to their end
     */
    public record Gathered(
            List<Finding> findings,
            List<PlanStep> plan,
            List<MissingTool> missing,
            List<String> notes,
            Collection<String> notScanned) {}

    /**
     * Joins and judges.
     *
     * @param baseline fingerprints of what was known before
     * @param minimum what is less bad is counted and left out
     * @param failOn a new finding that is as bad makes the verdict {@code failed}; null for none
     */
    public static Assessment of(
            Gathered gathered, Collection<String> baseline, Severity minimum, @Nullable Severity failOn) {
        Set<String> known = Set.copyOf(baseline);
        List<Finding> folded = Folding.fold(gathered.findings());
        List<Finding> all = new ArrayList<>();
        int below = 0;
        for (Finding finding : folded) {
            if (!finding.severity().atLeast(minimum)) {
                below++;
                continue;
            }
            all.add(finding.with(known.contains(finding.fingerprint()) ? BaselineState.UNCHANGED : BaselineState.NEW));
        }
        Set<String> absent = new LinkedHashSet<>(baseline);
        // Of all, not only of those that are bad enough or first of their kind: these have not gone away
        gathered.findings().forEach(finding -> absent.remove(finding.fingerprint()));
        List<String> notScanned =
                gathered.notScanned().stream().distinct().sorted().toList();
        return new Assessment(
                all,
                Counts.of(all, below),
                List.copyOf(absent),
                notScanned.isEmpty()
                        ? Score.of(all)
                        : Score.unknown("not scanned to the end: " + String.join(", ", notScanned)),
                verdict(all, failOn, notScanned),
                gathered.plan(),
                gathered.missing(),
                gathered.notes(),
                notScanned);
    }

    private static Verdict verdict(List<Finding> findings, @Nullable Severity failOn, List<String> notScanned) {
        boolean failed = failOn != null
                && findings.stream()
                        .anyMatch(
                                finding -> finding.isNew() && finding.severity().atLeast(failOn));
        if (failed) {
            return Verdict.FAILED;
        }
        return notScanned.isEmpty() ? Verdict.PASSED : Verdict.INCOMPLETE;
    }
}
