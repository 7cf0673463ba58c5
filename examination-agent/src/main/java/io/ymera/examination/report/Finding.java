package io.ymera.examination.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that an analyser says of a place in the code: a result in the words of SARIF 2.1.0.
 *
 * @param tool who says so
 * @param rule the tool's name for the rule
 * @param level how bad it is
 * @param category what it is about, for example {@code bug}, {@code style}, {@code performance}, {@code documentation}
 * @param message what is wrong, for people
 * @param path the file, relative to the code base, divided by {@code /}
 * @param line from 1
 * @param column from 1, or null
 * @param endLine from {@code line}, or null
 * @param help where the rule is explained, or null
 */
@RegisterForReflection
public record Finding(
        String tool,
        String rule,
        Level level,
        String category,
        String message,
        String path,
        int line,
        @Nullable Integer column,
        @Nullable Integer endLine,
        @Nullable String help)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::path)
            .thenComparingInt(Finding::line)
            .thenComparingInt(finding -> finding.column() == null ? 0 : finding.column())
            .thenComparing(Finding::tool)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    /** SARIF's levels that a finding can have. */
    @RegisterForReflection
    public enum Level {
        /** A serious problem. */
        ERROR,
        /** A problem. */
        WARNING,
        /** A minor one. */
        NOTE;

        /** In lower case, for JSON. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By place, then by who says what. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
