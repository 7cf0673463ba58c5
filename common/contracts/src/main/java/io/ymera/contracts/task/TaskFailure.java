package io.ymera.contracts.task;

import static java.util.Objects.requireNonNull;

/**
 * Why an attempt, or in the end a task, failed.
 *
 * @param code a stable snake_case word for programs, for example {@code run_timeout}
 * @param message what happened and what to do about it, for people
 * @param retryable whether another attempt might succeed
 */
public record TaskFailure(String code, String message, boolean retryable) {
    public TaskFailure {
        requireNonNull(code, "code is required");
        requireNonNull(message, "message is required");
    }
}
