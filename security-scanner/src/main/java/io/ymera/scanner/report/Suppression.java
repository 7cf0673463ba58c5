package io.ymera.scanner.report;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody does not want to be told of a finding.
 *
 * @param path of the file that says so
 * @param line in it, from 1; 0 if it is not known
 * @param expires the last day on which it holds; null if it has no end
 */
public record Suppression(
        Kind kind, String reason, @Nullable LocalDate expires, String path, int line) {

    /** Where it stands. */
    public enum Kind {
        /** In a comment beside the finding. */
        INLINE,
        /** In {@code .ymera/security.yaml}. */
        FILE;

        /** As in reports: in lower case. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean expired(LocalDate today) {
        return expires != null && expires.isBefore(today);
    }
}
