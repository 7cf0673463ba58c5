package io.ymera.contracts.task;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the manager tells all agents about an attempt that one of them may hold. It may be lost: the answer to a heartbeat
 * says the same a little later.
 *
 * @param type what to do with the attempt
 * @param attempt the attempt
 */
public record TaskControl(Type type, AttemptRef attempt) {
    public TaskControl {
        requireNonNull(type, "type is required");
        requireNonNull(attempt, "attempt is required");
    }

    /** What to do. */
    public enum Type {
        /** Stop it; nothing more is wanted of it. */
        @JsonProperty("cancel")
        CANCEL
    }
}
