package io.ymera.manager.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Whether a schedule is going to run.
 *
 * <pre>
 *   ACTIVE ◀──paused: true / false──▶ PAUSED
 *      │ max_runs or ends_at reached
 *      ▼
 *    ENDED ──a later end, more runs or other times──▶ ACTIVE
 * </pre>
 */
enum ScheduleStatus {
    ACTIVE,
    PAUSED,
    ENDED;

    /** As it stands in JSON. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
