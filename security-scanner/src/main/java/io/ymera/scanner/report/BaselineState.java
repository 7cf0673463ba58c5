package io.ymera.scanner.report;

import java.util.Locale;

/** Whether a finding was known before; what is no longer there is {@link Absent}. */
public enum BaselineState {
    /** Not in the baseline, or there is none. */
    NEW,
    /** In the baseline. */
    UNCHANGED;

    /** As in SARIF: in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
