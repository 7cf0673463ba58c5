package io.ymera.contracts.task;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Names one attempt at one task.
 *
 * @param taskId the task
 * @param attempt which attempt, from 1
 * @param fencingToken the token that the attempt was dispatched with
 */
public record AttemptRef(UUID taskId, int attempt, long fencingToken) {
    public AttemptRef {
        requireNonNull(taskId, "task_id is required");
    }
}
