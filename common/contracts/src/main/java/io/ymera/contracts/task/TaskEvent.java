package io.ymera.contracts.task;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What an agent reports about an attempt that it holds.
 *
 * @param attempt the attempt; the manager ignores the event unless this is the task's current one
 * @param agentId the agent that reports
 * @param sequence counts the reports of this attempt by this agent, from 1
 * @param at when it happened, by the agent's clock
 * @param report what happened
 */
public record TaskEvent(AttemptRef attempt, UUID agentId, long sequence, Instant at, Report report) {
    public TaskEvent {
        requireNonNull(attempt, "attempt is required");
        requireNonNull(agentId, "agent_id is required");
        requireNonNull(at, "at is required");
        requireNonNull(report, "report is required");
    }

    /** What happened to the attempt; {@code type} tells the kinds apart in JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Started.class, name = "started"),
        @JsonSubTypes.Type(value = Progress.class, name = "progress"),
        @JsonSubTypes.Type(value = Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Released.class, name = "released")
    })
    public sealed interface Report {}

    /** The handler is about to run. */
    public record Started() implements Report {}

    /**
     * The handler got on.
     *
     * @param fraction how much is done, 0 to 1
     * @param message what is being done, for a person
     */
    public record Progress(double fraction, String message) implements Report {
        public Progress {
            requireNonNull(message, "message is required");
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("fraction is %s: it must be from 0 to 1".formatted(fraction));
            }
        }
    }

    /**
     * The handler returned.
     *
     * @param result what it returned
     */
    public record Completed(JsonNode result) implements Report {
        public Completed {
            requireNonNull(result, "result is required");
        }
    }

    /**
     * The handler threw, or was stopped.
     *
     * @param failure why
     */
    public record Failed(TaskFailure failure) implements Report {
        public Failed {
            requireNonNull(failure, "failure is required");
        }
    }

    /**
     * The agent hands the attempt back, because it is shutting down; this costs the task no retry.
     *
     * @param reason why, for a person
     */
    public record Released(String reason) implements Report {
        public Released {
            requireNonNull(reason, "reason is required");
        }
    }
}
