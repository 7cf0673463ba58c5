package io.ymera.manager.external;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.manager.dispatch.ClaimedTask;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task, handed to the agent that asked; it runs from now on.
 *
 * @param attempt which attempt, from 1
 * @param fencingToken to be sent with every report on it
 * @param parameters JSON as text, or null if they have more than {@value ClaimedTask#INLINE_BYTES} bytes: to be fetched from
 *     {@code GET /tasks/{id}/attempts/{n}/parameters}
 * @param runTimeoutSeconds how long the attempt may run
 * @param deadline when it is ended if it has not ended by then; never later than the run timeout
 */
@RegisterForReflection
record Lease(
        UUID taskId,
        int attempt,
        long fencingToken,
        String taskType,
        int version,
        @JsonRawValue @Nullable String parameters,
        int runTimeoutSeconds,
        Instant deadline) {

    static Lease of(ClaimedTask task, Instant deadline) {
        return new Lease(
                task.taskId(),
                task.attempt(),
                task.fencingToken(),
                task.taskType(),
                task.version(),
                task.parameters(),
                task.runTimeoutSeconds(),
                deadline);
    }
}
