package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * One scan of a review.
 *
 * @param scan its name
 * @param counts of its findings
 * @param score what it would be alone
 */
@RegisterForReflection
public record ScanSummary(String scan, Counts counts, Score score) {

    /** That of one scan. */
    public static ScanSummary of(String scan, Assessment all) {
        List<Finding> own = all.findings().stream()
                .filter(finding -> finding.scan().equals(scan))
                .toList();
        Score score = all.notScanned().contains(scan) ? Score.unknown("not scanned to the end") : Score.of(own);
        return new ScanSummary(scan, Counts.of(own, 0), score);
    }
}
