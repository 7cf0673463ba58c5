package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * How many findings count, by the levels of SARIF; as {@code quality_verification} takes them for its security score.
 *
 * @param errors of critical and high severity
 * @param warnings of medium severity
 * @param notes of low severity
 */
@RegisterForReflection
public record SecurityCounts(int errors, int warnings, int notes) {

    /** Those of findings. */
    public static SecurityCounts of(List<Finding> findings) {
        int[] counts = new int[Severity.values().length];
        findings.stream()
                .filter(Finding::counts)
                .forEach(finding -> counts[finding.severity().ordinal()]++);
        return new SecurityCounts(
                counts[Severity.CRITICAL.ordinal()] + counts[Severity.HIGH.ordinal()],
                counts[Severity.MEDIUM.ordinal()],
                counts[Severity.LOW.ordinal()]);
    }
}
