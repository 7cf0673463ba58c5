package io.ymera.security.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** How bad a finding is where it stands, the worst first. */
@RegisterForReflection
public enum Severity {
    /** Anybody who reaches the program takes it over, or all of its data. */
    CRITICAL("error", 9.5),
    /** Anybody who reaches the program reads or changes what is not theirs. */
    HIGH("error", 8),
    /** Needs a position or a victim's help, or gives little. */
    MEDIUM("warning", 5.5),
    /** Makes other attacks easier. */
    LOW("note", 2);

    private static final double CRITICAL_FROM = 9;
    private static final double HIGH_FROM = 7;
    private static final double MEDIUM_FROM = 4;

    private final String level;
    private final double score;

    Severity(String level, double score) {
        this.level = level;
        this.score = score;
    }

    /** SARIF's level: error, warning or note. */
    String level() {
        return level;
    }

    /** Where viewers of SARIF put it on the scale of CVSS, 0 to 10. */
    double score() {
        return score;
    }

    /** Whether it is as bad as another, or worse. */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** That of a score of CVSS, 0 to 10, by its qualitative scale. */
    public static Severity ofScore(double score) {
        if (score >= CRITICAL_FROM) {
            return CRITICAL;
        }
        if (score >= HIGH_FROM) {
            return HIGH;
        }
        return score >= MEDIUM_FROM ? MEDIUM : LOW;
    }

    /** That of a level of SARIF; what says nothing is a warning. */
    public static Severity ofLevel(String level) {
        return switch (level) {
            case "error" -> HIGH;
            case "note", "none" -> LOW;
            default -> MEDIUM;
        };
    }

    /** In lower case, for JSON. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
