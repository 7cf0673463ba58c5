package io.ymera.scanner.report;

import java.util.Locale;

/**
 * Whether the code base may go on.
 *
 * <p>{@link #FAILED} if there is a new finding, not suppressed, at or above the threshold; else {@link #INCOMPLETE} if a scan did not come to its
 * end; else {@link #PASSED}.
 */
public enum Verdict {
    PASSED,
    FAILED,
    INCOMPLETE;

    /** As in reports: in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
