package io.ymera.manager.external;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.report.Effect;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as those who report on it have to know it.
 *
 * @param current its current or last attempt
 * @param agent that runs or ran that attempt, if it is one of the caller's; else null
 * @param reportSequence of the last report on that attempt
 * @param askedFor whether an agent of the caller's started the attempt that is asked for
 * @param resultStored whether a result was handed in for the current attempt, and not yet used
 */
record HeldAttempt(
        AttemptRef current,
        TaskStatus status,
        @Nullable UUID agent,
        long reportSequence,
        boolean askedFor,
        boolean resultStored) {

    static HeldAttempt from(Row row) {
        return new HeldAttempt(
                new AttemptRef(row.getUUID("id"), row.getInteger("attempt"), row.getLong("fencing_token")),
                TaskStatus.of(row.getString("status")),
                row.getUUID("own_agent"),
                row.getLong("report_sequence"),
                row.getBoolean("asked_for"),
                row.getBoolean("result_stored"));
    }

    boolean isCurrent(int attempt, long fencingToken) {
        return current.attempt() == attempt && current.fencingToken() == fencingToken;
    }

    boolean isActive() {
        return status == TaskStatus.DISPATCHED || status == TaskStatus.RUNNING;
    }

    /** What a report on an attempt does that is not the current one, or is over. */
    Effect effect(int attempt, long fencingToken) {
        if (!isCurrent(attempt, fencingToken)) {
            return Effect.STALE;
        }
        return isActive() ? Effect.FOREIGN : Effect.LATE;
    }

    /** What became of attempt number {@code attempt}, for a person. */
    String fate(int attempt) {
        if (current.attempt() > attempt) {
            return "Attempt %d at task %s is over; the task is %s, its last attempt has number %d"
                    .formatted(attempt, current.taskId(), status.wireName(), current.attempt());
        }
        return isActive()
                ? "The fencing token is not that of attempt %d at task %s".formatted(attempt, current.taskId())
                : "Attempt %d at task %s is over; the task is %s"
                        .formatted(attempt, current.taskId(), status.wireName());
    }
}
