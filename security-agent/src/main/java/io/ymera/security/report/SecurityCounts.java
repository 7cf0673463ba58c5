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
        List<String> levels = findings.stream()
                .filter(Finding::counts)
                .map(finding -> finding.severity().level())
                .toList();
        return new SecurityCounts(count("error", levels), count("warning", levels), count("note", levels));
    }

    private static int count(String level, List<String> levels) {
        return (int) levels.stream().filter(level::equals).count();
    }
}
