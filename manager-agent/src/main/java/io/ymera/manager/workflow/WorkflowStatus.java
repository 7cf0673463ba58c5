package io.ymera.manager.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * Where a workflow is in its life.
 *
 * <pre>
 *   RUNNING ──every step has ended──────────────────▶ COMPLETED
 *      │
 *      ├──a step failed and nothing handles it──▶ COMPENSATING ──▶ FAILED
 *      │                                               └─────────▶ COMPENSATION_FAILED
 *      │                                               ┌─────────▶ COMPENSATION_FAILED
 *      └──somebody cancels──────────────────────▶ CANCELLING ────▶ CANCELLED
 * </pre>
 *
 * <p>Compensating and cancelling go the same way: nothing new begins, what runs is cancelled, and once that has ended the
 * compensations of what was completed run, one after the other, what ended last first. After that, and only when
 * compensating, the steps of {@code on_failure} run in their order. If one of all these fails the others run nevertheless,
 * and the workflow ends as COMPENSATION_FAILED: somebody has to look at it.
 */
enum WorkflowStatus {
    RUNNING,
    /** A step failed; what was done is being undone. */
    COMPENSATING,
    /** Somebody cancelled it; what was done is being undone. */
    CANCELLING,
    COMPLETED,
    FAILED,
    CANCELLED,
    COMPENSATION_FAILED;

    private Set<WorkflowStatus> successors() {
        return switch (this) {
            case RUNNING -> Set.of(COMPLETED, COMPENSATING, CANCELLING);
            case COMPENSATING -> Set.of(FAILED, COMPENSATION_FAILED);
            case CANCELLING -> Set.of(CANCELLED, COMPENSATION_FAILED);
            case COMPLETED, FAILED, CANCELLED, COMPENSATION_FAILED -> Set.of();
        };
    }

    /**
     * Returns {@code next} if a workflow may go there from here.
     *
     * @throws IllegalStateException if it may not
     */
    WorkflowStatus to(WorkflowStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("A workflow can't go from %s to %s".formatted(this, next));
        }
        return next;
    }

    /** Whether nothing will change any more. */
    boolean isFinal() {
        return successors().isEmpty();
    }

    /** As it stands in JSON and in the database, for example {@code compensation_failed}. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it names no status
     */
    static WorkflowStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
