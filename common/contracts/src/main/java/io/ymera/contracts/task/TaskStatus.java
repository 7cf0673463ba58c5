package io.ymera.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Where a task is in its life.
 *
 * <pre>
 *            claim              started
 *  PENDING ─────────▶ DISPATCHED ─────▶ RUNNING
 *     ▲                   │                │
 *     │  retry, release   │                │
 *     ├───────────────────┤                │
 *     ├───────────────────┼────────────────┤
 *                         ▼                ▼
 *                    COMPLETED   or   FAILED
 * </pre>
 *
 * <p>A dispatched task can end without having been seen running: the report that it started may have been lost.
 */
public enum TaskStatus {
    PENDING,
    DISPATCHED,
    RUNNING,
    COMPLETED,
    FAILED;

    private Set<TaskStatus> successors() {
        return switch (this) {
            case PENDING -> Set.of(DISPATCHED);
            case DISPATCHED -> Set.of(RUNNING, PENDING, COMPLETED, FAILED);
            case RUNNING -> Set.of(PENDING, COMPLETED, FAILED);
            case COMPLETED, FAILED -> Set.of();
        };
    }

    /** Whether a task may go from this status to {@code other}. */
    public boolean canBecome(TaskStatus other) {
        return successors().contains(other);
    }

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return successors().isEmpty();
    }

    /** The wire names of the statuses from which a task may come to this one, for a statement's {@code = ANY($n)}. */
    public String[] predecessors() {
        return Arrays.stream(values())
                .filter(status -> status.canBecome(this))
                .map(TaskStatus::wireName)
                .toArray(String[]::new);
    }

    /** As it stands in JSON and in the database, for example {@code pending}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it names no status
     */
    public static TaskStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
