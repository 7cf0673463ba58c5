package io.ymera.manager.report;

import java.util.Locale;

/** What a report did to its task. */
public enum Effect {
    /** It changed the task. */
    APPLIED,
    /** It had been folded in before. */
    DUPLICATE,
    /** The attempt has ended by then, for example because its time was up. */
    LATE,
    /** The task has a newer attempt. */
    STALE,
    /** Another agent holds the attempt. */
    FOREIGN,
    /** It does not follow from what was reported before, such as progress before the start. */
    ILLEGAL,
    /** There is no such task. */
    UNKNOWN;

    /** As it stands in metrics, for example {@code applied}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
