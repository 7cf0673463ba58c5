package io.ymera.manager.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * Where a step is in its life.
 *
 * <pre>
 *   WAITING ──its turn──▶ RUNNING ────────────▶ COMPLETED, FAILED or CANCELLED
 *      │  └──its turn──▶ AWAITING_APPROVAL ──▶ COMPLETED (approved), FAILED (rejected) or CANCELLED
 *      │  └──its data is not as it must be───▶ FAILED
 *      └────not to be run──────────────────────▶ SKIPPED
 * </pre>
 */
enum StepStatus {
    WAITING,
    /** Its tasks are queued, running, or still to be queued. */
    RUNNING,
    AWAITING_APPROVAL,
    COMPLETED,
    FAILED,
    /** Its condition did not hold, a step that it needs did not complete, or the workflow ended before. */
    SKIPPED,
    /** It was under way when the workflow was cancelled or another step failed. */
    CANCELLED;

    private Set<StepStatus> successors() {
        return switch (this) {
            case WAITING -> Set.of(RUNNING, AWAITING_APPROVAL, FAILED, SKIPPED);
            case RUNNING, AWAITING_APPROVAL -> Set.of(COMPLETED, FAILED, CANCELLED);
            case COMPLETED, FAILED, SKIPPED, CANCELLED -> Set.of();
        };
    }

    /**
     * Returns {@code next} if a step may go there from here.
     *
     * @throws IllegalStateException if it may not
     */
    StepStatus to(StepStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("A step can't go from %s to %s".formatted(this, next));
        }
        return next;
    }

    /** Whether nothing will change any more. */
    boolean isFinal() {
        return successors().isEmpty();
    }

    /** As it stands in JSON and in the database, for example {@code awaiting_approval}. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it names no status
     */
    static StepStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
