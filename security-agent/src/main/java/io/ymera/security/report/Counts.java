package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How many findings there are, listed or not, of those that count.
 *
 * @param total all that count
 * @param severities of these by how bad they are
 * @param scans of these by the scan that says so
 * @param rules of these by the rule of their first source, {@code tool/rule}
 * @param fresh of these, how many are not in the baseline
 * @param known of these, how many are
 * @param suppressed how many do not count because somebody said so
 * @param belowMinimum how many do not count because they are less bad than what was asked for
 */
@RegisterForReflection
public record Counts(
        int total,
        Map<String, Integer> severities,
        Map<String, Integer> scans,
        Map<String, Integer> rules,
        int fresh,
        int known,
        int suppressed,
        int belowMinimum) {

    /** Counts. */
    static Counts of(List<Finding> findings, int belowMinimum) {
        List<Finding> counted = findings.stream().filter(Finding::counts).toList();
        Map<String, Integer> severities = new TreeMap<>();
        Arrays.stream(Severity.values()).forEach(severity -> severities.put(severity.toString(), 0));
        severities.putAll(count(counted, finding -> finding.severity().toString()));
        int fresh = (int) counted.stream().filter(Finding::isNew).count();
        return new Counts(
                counted.size(),
                Collections.unmodifiableMap(severities),
                count(counted, Finding::scan),
                count(counted, finding -> finding.tool() + "/" + finding.rule()),
                fresh,
                counted.size() - fresh,
                findings.size() - counted.size(),
                belowMinimum);
    }

    private static Map<String, Integer> count(List<Finding> findings, Function<Finding, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(key.apply(finding), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }
}
