package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 100 less what the findings that count cost, not below 0. Known ones cost as much as new ones: a baseline makes them quiet, not harmless.
 *
 * @param value 0 to 100; null if what was asked for was not scanned
 * @param deductions each lost point explained
 * @param notScanned why there is no value; null if there is one
 */
@RegisterForReflection
public record Score(
        @Nullable Double value,
        List<Deduction> deductions,
        @Nullable String notScanned) {

    private static final double WHOLE = 100;
    private static final int EVIDENCE = 20;

    /** Copies the list. */
    public Score {
        deductions = List.copyOf(deductions);
    }

    /** What one finding costs, and all of a severity together at most. */
    private static double points(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 40;
            case HIGH -> 25;
            case MEDIUM -> 8;
            case LOW -> 2;
        };
    }

    private static double atMost(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> WHOLE;
            case MEDIUM -> 48;
            case LOW -> 20;
        };
    }

    /** That of findings. */
    static Score of(List<Finding> findings) {
        List<Deduction> deductions = new ArrayList<>();
        double left = WHOLE;
        for (Severity severity : Severity.values()) {
            List<Finding> counted = findings.stream()
                    .filter(Finding::counts)
                    .filter(finding -> finding.severity() == severity)
                    .sorted(Finding.BY_PLACE)
                    .toList();
            double all = Math.min(counted.size() * points(severity), atMost(severity));
            double taken = Math.min(all, left);
            if (counted.isEmpty()) {
                continue;
            }
            left -= taken;
            if (taken > 0) {
                deductions.add(new Deduction(taken, reason(severity, counted.size(), taken), evidence(counted)));
            }
        }
        return new Score(left, deductions, null);
    }

    /** None, because something is not known. */
    static Score unknown(String why) {
        return new Score(null, List.of(), why);
    }

    private static String reason(Severity severity, int count, double taken) {
        double full = count * points(severity);
        String cut = taken < full ? ", of which %.0f are all that can be lost here".formatted(taken) : "";
        return String.format(
                Locale.ROOT,
                "%d finding%s of %s severity at %.0f points each are %.0f%s",
                count,
                count == 1 ? "" : "s",
                severity,
                points(severity),
                full,
                cut);
    }

    private static List<String> evidence(List<Finding> findings) {
        return findings.stream()
                .limit(EVIDENCE)
                .map(finding -> "%s:%d %s"
                        .formatted(finding.place().path(), finding.place().line(), finding.rule()))
                .toList();
    }
}
