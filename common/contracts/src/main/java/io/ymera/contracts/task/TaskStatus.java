package io.ymera.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Where a task is in its life.
 *
 * <pre>
 *   SCHEDULED ──due──▶ PENDING ◀──key free── BLOCKED
 *       ▲                 │ claim
 *       │ retry           ▼            started
 *       ├──────────── DISPATCHED ────────────────▶ RUNNING
 *       │                 │  release: PENDING         │  retry: SCHEDULED, release: PENDING
 *       └─────────────────┼───────────────────────────┘
 *                         ▼
 *            COMPLETED, FAILED or CANCELLED
 * </pre>
 *
 * <p>A task that waits can fail (its time ran out) or be cancelled. A dispatched task can end without having been seen
 * running: the report that it started may have been lost. A failed or cancelled task is queued again when somebody asks
 * for it; nothing but that changes a task that has ended.
 */
public enum TaskStatus {
    /** Not before a certain time: {@code run_at}, or the pause before a retry. */
    SCHEDULED,
    /** Another task holds its concurrency key. */
    BLOCKED,
    /** May be claimed. */
    PENDING,
    /** Claimed, and on its way to an agent. */
    DISPATCHED,
    /** An agent has said that it runs it. */
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    private Set<TaskStatus> successors() {
        return switch (this) {
            case SCHEDULED, BLOCKED -> Set.of(PENDING, BLOCKED, FAILED, CANCELLED);
            case PENDING -> Set.of(DISPATCHED, RUNNING, FAILED, CANCELLED);
            case DISPATCHED -> Set.of(RUNNING, PENDING, SCHEDULED, COMPLETED, FAILED, CANCELLED);
            case RUNNING -> Set.of(PENDING, SCHEDULED, COMPLETED, FAILED, CANCELLED);
            case COMPLETED -> Set.of();
            case FAILED, CANCELLED -> Set.of(PENDING, BLOCKED);
        };
    }

    /** Whether a task may go from this status to {@code other}. */
    public boolean canBecome(TaskStatus other) {
        return successors().contains(other);
    }

    /** Whether nothing will change any more, unless somebody asks for the task to be queued again. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
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
