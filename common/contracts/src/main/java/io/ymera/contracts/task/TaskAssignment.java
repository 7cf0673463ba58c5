package io.ymera.contracts.task;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task, handed to whichever agent receives it first.
 *
 * @param taskId the task
 * @param attempt which attempt this is, from 1
 * @param fencingToken larger for each later dispatch of any task; a report with an older token than the task's changes
 *     nothing
 * @param taskType the capability that the task asks for
 * @param parameters the handler's input, valid against the capability's schema when it was submitted; null if it is too
 *     large to travel, then the agent fetches it with {@code GET /tasks/{id}/attempts/{n}/parameters}
 * @param runTimeoutSeconds how long the attempt may run once it has started
 */
public record TaskAssignment(
        UUID taskId,
        int attempt,
        long fencingToken,
        String taskType,
        @Nullable JsonNode parameters,
        int runTimeoutSeconds) {
    public TaskAssignment {
        requireNonNull(taskId, "task_id is required");
        Topics.requireTaskType(requireNonNull(taskType, "task_type is required"));
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt is %d: it counts from 1".formatted(attempt));
        }
        if (runTimeoutSeconds < 1) {
            throw new IllegalArgumentException(
                    "run_timeout_seconds is %d: it must be positive".formatted(runTimeoutSeconds));
        }
    }

    /** The attempt that this assignment starts. */
    public AttemptRef ref() {
        return new AttemptRef(taskId, attempt, fencingToken);
    }
}
